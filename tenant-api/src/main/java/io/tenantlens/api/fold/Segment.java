package io.tenantlens.api.fold;

/**
 * A span of time within one hour of the tenant's zone and one hour of UTC: a whole hour in most zones, parts of one in zones such as
 * +05:45.
 *
 * @param start first millisecond
 * @param end first millisecond after it
 * @param hourStart start of the hour in the tenant's zone
 * @param epochDay the tenant's local day
 */
record Segment(long start, long end, long hourStart, long epochDay) {

    static final long HOUR = 3_600_000;

    boolean contains(long time) {
        return time >= start && time < end;
    }

    long utcHour() {
        return Math.floorDiv(start, HOUR) * HOUR;
    }
}
