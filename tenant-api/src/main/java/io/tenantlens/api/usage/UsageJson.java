package io.tenantlens.api.usage;

import io.tenantlens.api.meter.Meter;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Points of usage as the API shows them: quantities are decimal strings. */
record UsageJson(String meter, String unit, List<Point> points) {

    record Point(Instant start, Instant end, String value, Map<String, String> group) {}

    static UsageJson of(Meter meter, List<UsagePoint> points) {
        return new UsageJson(
                meter.key().value(),
                meter.unit(),
                points.stream()
                        .map(point -> new Point(
                                point.start(), point.end(), point.value().toPlainString(), point.group()))
                        .toList());
    }
}
