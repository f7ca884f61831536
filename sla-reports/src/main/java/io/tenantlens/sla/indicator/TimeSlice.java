package io.tenantlens.sla.indicator;

/** What was counted in one stretch of time, all of the same length, and whether the stretch counts. */
public record TimeSlice(Availability counted, State state) {

    /** Whether a slice belongs to the service that was promised. */
    public enum State {
        OK,
        MAINTENANCE,
        NODATA
    }

    /** Announced maintenance and slices without anything measured leave the denominator. */
    public boolean counts() {
        return state == State.OK && counted.hasData();
    }
}
