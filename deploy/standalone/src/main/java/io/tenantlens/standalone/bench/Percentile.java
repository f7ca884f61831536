package io.tenantlens.standalone.bench;

import java.util.List;

/** Percentiles of what was measured, by nearest rank. */
final class Percentile {

    private static final double NANOS_PER_MILLI = 1e6;

    private Percentile() {}

    static double millis(List<Long> nanos, double percent) {
        if (nanos.isEmpty()) {
            throw new IllegalArgumentException("nothing was measured");
        }
        var sorted = nanos.stream().sorted().toList();
        var rank = (int) Math.ceil(percent / 100 * sorted.size());
        return Math.round(sorted.get(Math.max(0, rank - 1)) / NANOS_PER_MILLI * 100) / 100.0;
    }
}
