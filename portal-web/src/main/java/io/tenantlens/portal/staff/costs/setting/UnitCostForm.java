package io.tenantlens.portal.staff.costs.setting;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A new unit cost as it was typed.
 *
 * @param problems by field, what to do about it
 */
public record UnitCostForm(String key, String amount, String validFrom, Map<String, String> problems) {

    private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000);
    private static final int DECIMALS = 9;
    private static final int DAYS = 400;

    public UnitCostForm {
        problems = Map.copyOf(problems);
    }

    static UnitCostForm empty(LocalDate today) {
        return new UnitCostForm("", "", today.withDayOfMonth(1).plusMonths(1).toString(), Map.of());
    }

    static UnitCostForm sent(
            @Nullable String key, @Nullable String amount, @Nullable String validFrom, LocalDate today) {
        var problems = new LinkedHashMap<String, String>();
        if (key == null || key.isBlank()) {
            problems.put("key", "Choose what gets a new price.");
        }
        if (!isAmount(text(amount))) {
            problems.put("amount", "Enter an amount in taka with at most nine decimals, for example 0.25.");
        }
        if (!isNear(text(validFrom), today)) {
            problems.put("validFrom", "Enter a day within 400 days of today, for example " + today + ".");
        }
        return new UnitCostForm(text(key), text(amount), text(validFrom), problems);
    }

    UnitCostForm refused(String field, String problem) {
        return new UnitCostForm(key, amount, validFrom, Map.of(field, problem));
    }

    public @Nullable String problem(String field) {
        return problems.get(field);
    }

    boolean isValid() {
        return problems.isEmpty();
    }

    private static boolean isAmount(String text) {
        try {
            var amount = new BigDecimal(text);
            return amount.signum() >= 0
                    && amount.scale() >= 0
                    && amount.scale() <= DECIMALS
                    && amount.compareTo(MOST) < 0;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static boolean isNear(String text, LocalDate today) {
        try {
            var day = LocalDate.parse(text);
            return !day.isBefore(today.minusDays(DAYS)) && !day.isAfter(today.plusDays(DAYS));
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static String text(@Nullable String sent) {
        return sent == null ? "" : sent.strip();
    }
}
