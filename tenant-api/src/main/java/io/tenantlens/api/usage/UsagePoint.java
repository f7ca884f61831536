package io.tenantlens.api.usage;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;

/**
 * What was used in one span of time. A span without any sample has no point: nothing measured is not zero.
 *
 * @param group the value of the dimension that was grouped by, under its name; else empty
 */
public record UsagePoint(Instant start, Instant end, BigDecimal value, Map<String, String> group) {

    public UsagePoint {
        group = Map.copyOf(group);
    }
}
