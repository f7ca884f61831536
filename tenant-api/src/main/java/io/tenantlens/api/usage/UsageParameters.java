package io.tenantlens.api.usage;

import io.tenantlens.api.meter.Aggregation;
import io.tenantlens.api.meter.Meter;
import io.tenantlens.api.meter.MeterCatalogue;
import io.tenantlens.api.problem.FieldError;
import io.tenantlens.api.problem.Problems;
import io.tenantlens.cost.meter.MeterKey;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the parameters of a request for usage and notes every one that is wrong, not just the first. */
final class UsageParameters {

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
        var range = new RangeReader(today, errors).read(from, to, intervalName);
        var dimension = Optional.ofNullable(groupBy).filter(name -> !name.isEmpty());
        if (meter != null && dimension.isPresent() && !meter.labels().containsKey(dimension.get())) {
            note(
                    "/groupBy",
                    "The meter has no such dimension. It has: "
                            + String.join(", ", meter.labels().keySet()) + ".");
        }
        if (meter == null || range.isEmpty() || !errors.isEmpty()) {
            throw Problems.invalid(errors);
        }
        var read = range.get();
        return new UsageQuery(meter.key(), read.dates(), read.interval(), dimension);
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

    private void note(String pointer, String detail) {
        errors.add(new FieldError(pointer, detail));
    }
}
