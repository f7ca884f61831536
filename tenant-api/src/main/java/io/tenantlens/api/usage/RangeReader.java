package io.tenantlens.api.usage;

import io.tenantlens.api.problem.FieldError;
import io.tenantlens.cost.time.DateRange;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the parameters {@code from}, {@code to} and {@code interval} and notes every one that is wrong, not just the first. */
public final class RangeReader {

    private static final int MOST_DAYS_BY_HOUR = 92;
    private static final int MOST_DAYS = 1_100;

    private final LocalDate today;
    private final List<FieldError> errors;

    /** @param errors to which what is wrong is added */
    public RangeReader(LocalDate today, List<FieldError> errors) {
        this.today = today;
        this.errors = errors;
    }

    /** What was asked for. */
    public record Range(DateRange dates, Interval interval) {}

    /** Days start at the first of this month and end tomorrow where none are named; {@code to} itself is left out. */
    public Optional<Range> read(@Nullable String from, @Nullable String to, @Nullable String intervalName) {
        var start = day("/from", from, today.withDayOfMonth(1));
        var end = day("/to", to, today.plusDays(1));
        var interval = interval(intervalName);
        if (start == null || end == null || interval == null) {
            return Optional.empty();
        }
        int most = interval == Interval.HOUR ? MOST_DAYS_BY_HOUR : MOST_DAYS;
        if (!start.isBefore(end) || start.plusDays(most).isBefore(end)) {
            note("/to", "Send a day after from, at most " + most + " days later.");
            return Optional.empty();
        }
        return Optional.of(new Range(new DateRange(start, end), interval));
    }

    private @Nullable LocalDate day(String pointer, @Nullable String text, LocalDate otherwise) {
        if (text == null) {
            return otherwise;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            note(pointer, "Not a date: send one like 2026-10-01.");
            return null;
        }
    }

    private @Nullable Interval interval(@Nullable String name) {
        var found = Arrays.stream(Interval.values())
                .filter(interval -> interval.key().equals(name == null ? "day" : name))
                .findFirst();
        if (found.isEmpty()) {
            note("/interval", "Send hour, day or month.");
        }
        return found.orElse(null);
    }

    private void note(String pointer, String detail) {
        errors.add(new FieldError(pointer, detail));
    }
}
