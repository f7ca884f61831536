package io.tenantlens.api.usage;

import io.tenantlens.api.meter.Aggregation;
import io.tenantlens.api.meter.Meter;
import io.tenantlens.api.meter.MeterCatalogue;
import io.tenantlens.api.problem.FieldError;
import io.tenantlens.api.problem.Problems;
import io.tenantlens.cost.meter.MeterKey;
import io.tenantlens.cost.time.DateRange;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the parameters of a request for usage and notes every one that is wrong, not just the first. */
final class UsageParameters {

    private static final int MOST_DAYS_BY_HOUR = 92;
    private static final int MOST_DAYS = 1_100;

    private final MeterCatalogue catalogue;
    private final LocalDate today;
    private final List<FieldError> errors = new ArrayList<>();

    UsageParameters(MeterCatalogue catalogue, LocalDate today) {
        this.catalogue = catalogue;
        this.today = today;
    }

    /** Days start at the first of this month and end tomorrow where none are named; {@code to} itself is left out. */
    UsageQuery read(
            @Nullable String meterKey,
            @Nullable String from,
            @Nullable String to,
            @Nullable String intervalName,
            @Nullable String groupBy) {
        var meter = meter(meterKey);
        var start = day("/from", from, today.withDayOfMonth(1));
        var end = day("/to", to, today.plusDays(1));
        var interval = interval(intervalName);
        var dimension = Optional.ofNullable(groupBy).filter(name -> !name.isEmpty());
        if (meter != null && dimension.isPresent() && !meter.labels().containsKey(dimension.get())) {
            note(
                    "/groupBy",
                    "The meter has no such dimension. It has: "
                            + String.join(", ", meter.labels().keySet()) + ".");
        }
        if (start != null && end != null && interval != null) {
            int most = interval == Interval.HOUR ? MOST_DAYS_BY_HOUR : MOST_DAYS;
            if (!start.isBefore(end) || start.plusDays(most).isBefore(end)) {
                note("/to", "Send a day after from, at most " + most + " days later.");
            }
        }
        if (meter == null || start == null || end == null || interval == null || !errors.isEmpty()) {
            throw Problems.invalid(errors);
        }
        return new UsageQuery(meter.key(), new DateRange(start, end), interval, dimension);
    }

    private @Nullable Meter meter(@Nullable String key) {
        var meter = key == null ? Optional.<Meter>empty() : find(key);
        if (meter.isEmpty()) {
            note("/meter", "Name a meter, such as requests or orders.");
            return null;
        }
        if (meter.get().aggregation() == Aggregation.DISTRIBUTION) {
            note("/meter", "This meter has percentiles and no quantity: read it under sla.");
            return null;
        }
        return meter.get();
    }

    private Optional<Meter> find(String key) {
        return MeterKey.isValid(key) ? catalogue.find(new MeterKey(key)) : Optional.empty();
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
