package io.tenantlens.portal.tenant.sla;

import io.tenantlens.portal.format.Look;
import java.math.BigDecimal;

/** Seconds read from a histogram, which may be unknown or beyond its last bucket. */
final class LatencyText {

    private LatencyText() {}

    static String of(double seconds, Look look) {
        if (Double.isNaN(seconds)) {
            return Look.NO_DATA;
        }
        return Double.isInfinite(seconds) ? "over the last bucket" : look.latency(BigDecimal.valueOf(seconds));
    }
}
