package io.tenantlens.sla.indicator;

import java.math.BigDecimal;
import java.util.List;

/** What an availability counts, as OpenSLO's budgeting methods. */
public enum CountingMethod {
    /** Each request counts, so a busy hour weighs more than a quiet one. */
    OCCURRENCES,
    /** Each slice of time counts as one, good if it reached the target, however many requests it had. */
    TIMESLICES;

    /** The availability over slices; the target is the percentage that makes a slice good. */
    public Availability over(List<TimeSlice> slices, BigDecimal target) {
        return slices.stream()
                .filter(TimeSlice::counts)
                .map(slice -> counted(slice.counted(), target))
                .reduce(Availability.NO_DATA, Availability::plus);
    }

    private Availability counted(Availability slice, BigDecimal target) {
        return switch (this) {
            case OCCURRENCES -> slice;
            case TIMESLICES -> new Availability(slice.meets(target) ? BigDecimal.ONE : BigDecimal.ZERO, BigDecimal.ONE);
        };
    }
}
