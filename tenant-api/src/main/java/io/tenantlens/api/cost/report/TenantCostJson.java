package io.tenantlens.api.cost.report;

import io.tenantlens.api.usage.Interval;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A tenant's cost as the API shows it: amounts are decimal strings of BDT. */
record TenantCostJson(String tenant, String currency, String total, List<Point> points) {

    record Point(Instant start, Instant end, String total, Map<String, String> byType) {}

    static TenantCostJson of(String tenant, List<CostPoint> points, Interval interval, ZoneId zone) {
        var total = points.stream().map(CostPoint::total).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new TenantCostJson(
                tenant,
                "BDT",
                total.toPlainString(),
                points.stream().map(point -> point(point, interval, zone)).toList());
    }

    private static Point point(CostPoint point, Interval interval, ZoneId zone) {
        var in = interval == Interval.HOUR ? ZoneOffset.UTC : zone;
        var end = switch (interval) {
            case HOUR -> point.start().plusHours(1);
            case DAY -> point.start().plusDays(1);
            case MONTH -> point.start().plusMonths(1);
        };
        var byType = new LinkedHashMap<String, String>();
        point.byType().forEach((type, amount) -> byType.put(type.key(), amount.toPlainString()));
        return new Point(
                point.start().atZone(in).toInstant(),
                end.atZone(in).toInstant(),
                point.total().toPlainString(),
                byType);
    }
}
