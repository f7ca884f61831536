package io.tenantlens.sla.json;

import io.tenantlens.api.problem.FieldError;
import io.tenantlens.api.problem.Problems;
import io.tenantlens.cost.time.DateRange;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the parameters of a request for a tenant's service and notes every one that is wrong, not just the first. */
final class SlaParameters {

    /** What a request is for; without days the current month. */
    record Wanted(Optional<DateRange> days, List<Double> quantiles) {}

    private static final List<Double> USUAL = List.of(0.5, 0.95, 0.99);
    private static final int MOST_DAYS = 400;
    private static final int MOST_QUANTILES = 20;

    private final List<FieldError> errors = new ArrayList<>();

    Wanted read(@Nullable String month, @Nullable String from, @Nullable String to, @Nullable String q) {
        var days = month == null ? days(from, to) : month(month, from, to);
        var quantiles = q == null ? USUAL : quantiles(q);
        if (!errors.isEmpty()) {
            throw Problems.invalid(errors);
        }
        return new Wanted(days, quantiles);
    }

    private Optional<DateRange> month(String text, @Nullable String from, @Nullable String to) {
        if (from != null || to != null) {
            note("/month", "Send either month, or from and to.");
        }
        var month = parse("/month", text, YearMonth::parse, "2026-10");
        return month == null
                ? Optional.empty()
                : Optional.of(new DateRange(month.atDay(1), month.plusMonths(1).atDay(1)));
    }

    private Optional<DateRange> days(@Nullable String from, @Nullable String to) {
        if (from == null && to == null) {
            return Optional.empty();
        }
        var start = parse("/from", from, LocalDate::parse, "2026-10-01");
        var end = parse("/to", to, LocalDate::parse, "2026-11-01");
        if (start == null || end == null) {
            return Optional.empty();
        }
        if (!start.isBefore(end) || start.plusDays(MOST_DAYS).isBefore(end)) {
            note("/to", "Send a day after from, at most " + MOST_DAYS + " days later.");
            return Optional.empty();
        }
        return Optional.of(new DateRange(start, end));
    }

    private List<Double> quantiles(String text) {
        try {
            var sent = Arrays.stream(text.split(",", -1)).map(Double::valueOf).toList();
            if (sent.size() <= MOST_QUANTILES && sent.stream().allMatch(q -> q >= 0 && q <= 1)) {
                return sent;
            }
        } catch (NumberFormatException e) {
            // answered like a number out of bounds
        }
        note("/q", "Send up to " + MOST_QUANTILES + " shares from 0 to 1 with commas between, like 0.5,0.99.");
        return USUAL;
    }

    private <T> @Nullable T parse(String pointer, @Nullable String text, Function<String, T> parser, String example) {
        try {
            if (text != null) {
                return parser.apply(text);
            }
        } catch (DateTimeException e) {
            note(pointer, "Not a date: send one like " + example + ".");
            return null;
        }
        note(pointer, "Send a date like " + example + ".");
        return null;
    }

    private void note(String pointer, String detail) {
        errors.add(new FieldError(pointer, detail));
    }
}
