package io.tenantlens.portal.staff.margin;

import io.tenantlens.portal.range.ChosenRange;
import io.tenantlens.portal.range.RangeParameters;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** By how much cost should change in the sensitivity, and whether loss makers alone are listed, as sent. */
public record MarginChoice(
        @RestQuery("change") @Nullable String change,
        @RestQuery("only") @Nullable String only) {

    private static final int USUAL = 10;
    private static final int MOST = 90;

    boolean lossesOnly() {
        return "losses".equals(only);
    }

    /** Percent. */
    int percent() {
        try {
            return change == null ? USUAL : Math.clamp(Integer.parseInt(change.strip()), 1, MOST);
        } catch (NumberFormatException e) {
            return USUAL;
        }
    }

    BigDecimal factor() {
        return BigDecimal.valueOf(percent(), 2);
    }

    /** The page's parameters but the range and the list's. */
    String query() {
        return "&change=" + percent();
    }

    /** The last whole month unless the reader chose days. */
    static ChosenRange range(RangeParameters sent, LocalDate today) {
        var nothing = (sent.from() == null || sent.from().isBlank())
                && (sent.to() == null || sent.to().isBlank());
        var last = YearMonth.from(today).minusMonths(1);
        return ChosenRange.of(
                nothing
                        ? new RangeParameters(
                                last.atDay(1).toString(), last.atEndOfMonth().toString(), sent.compare())
                        : sent,
                today);
    }
}
