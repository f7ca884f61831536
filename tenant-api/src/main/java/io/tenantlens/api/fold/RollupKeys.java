package io.tenantlens.api.fold;

import io.tenantlens.api.fold.RollupKey.Part;
import io.tenantlens.api.meter.Aggregation;
import io.tenantlens.api.meter.Meter;
import io.tenantlens.api.meter.MeterCatalogue;
import io.tenantlens.api.series.LabelsJson;
import io.tenantlens.api.series.SeriesKind;
import io.tenantlens.cost.meter.MeterKey;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** The lines of usage that series and events add to, each once. */
final class RollupKeys {

    /** The meters of which totals of the platform as a whole are kept, for pages over all tenants, and by which dimension. */
    static final Map<String, Set<String>> OF_PLATFORM = Map.of("requests", Set.of("status"), "revenue", Set.of());

    private static final int SUM_SCALE = 9;

    private final MeterCatalogue catalogue;
    private final Map<RollupKey.Id, RollupKey> keys = new HashMap<>();

    RollupKeys(MeterCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** What a series of this metric, with these labels, adds to. */
    List<Target> targets(TenantState tenant, String metric, Map<String, String> labels, SeriesKind kind) {
        var targets = new ArrayList<Target>();
        for (var meter : catalogue.ofMetric(metric)) {
            if (meter.aggregation() != Aggregation.DISTRIBUTION) {
                targets.add(target(key(tenant, meter, labels, Part.QUANTITY, 0), meter, kind));
            } else if (kind == SeriesKind.HISTOGRAM || kind == SeriesKind.DELTA_HISTOGRAM) {
                targets.add(target(key(tenant, meter, labels, Part.WHOLE, 0), meter, kind));
            }
        }
        addPartsOfClassicHistogram(targets, tenant, metric, labels, kind);
        return targets;
    }

    /** The line that events of a meter add to, or that of an unknown meter if the catalogue has changed. */
    RollupKey ofEvent(TenantState tenant, String meterKey, SortedMap<String, String> dimensions) {
        var scale = catalogue.find(new MeterKey(meterKey)).map(Meter::scale).orElse(6);
        var id = new RollupKey.Id(tenant, meterKey, json(dimensions), Part.QUANTITY, 0);
        return keys.computeIfAbsent(
                id, i -> new RollupKey(i, Aggregation.EVENTS, scale, platformJson(meterKey, dimensions)));
    }

    private void addPartsOfClassicHistogram(
            List<Target> targets, TenantState tenant, String metric, Map<String, String> labels, SeriesKind kind) {
        var bucket = metric.endsWith("_bucket") && labels.containsKey("le");
        if (!bucket && !metric.endsWith("_sum")) {
            return;
        }
        var base = metric.substring(0, metric.lastIndexOf('_'));
        for (var meter : catalogue.ofMetric(base)) {
            if (meter.aggregation() == Aggregation.DISTRIBUTION) {
                var part = bucket ? Part.BUCKET : Part.SUM;
                var key = key(tenant, meter, labels, part, bucket ? bound(labels.getOrDefault("le", "")) : 0);
                if (!Double.isNaN(key.id.bound())) {
                    targets.add(target(key, meter, kind));
                }
            }
        }
    }

    private Target target(RollupKey key, Meter meter, SeriesKind kind) {
        var valueScale = meter.aggregation() == Aggregation.DISTRIBUTION ? key.scale : meter.scale();
        var constant = meter.constant().map(BigDecimal::doubleValue).orElse(Double.NaN);
        return new Target(key, valueScale, meter.hold().toMillis(), constant, kind == SeriesKind.DELTA);
    }

    private RollupKey key(TenantState tenant, Meter meter, Map<String, String> labels, Part part, double bound) {
        var dimensions = meter.dimensionsOf(labels);
        var scale = switch (meter.aggregation()) {
            case INTEGRAL -> meter.scale() + Target.TICK_DECIMALS;
            case DISTRIBUTION -> part == Part.SUM ? SUM_SCALE : 0;
            case DELTA, PEAK, EVENTS -> meter.scale();
        };
        var id = new RollupKey.Id(tenant, meter.key().value(), json(dimensions), part, bound);
        return keys.computeIfAbsent(
                id, i -> new RollupKey(i, meter.aggregation(), scale, platformJson(id.meter(), dimensions)));
    }

    private static double bound(String le) {
        try {
            return le.equals("+Inf") || le.equals("Inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(le);
        } catch (NumberFormatException _) {
            return Double.NaN;
        }
    }

    private static String json(SortedMap<String, String> dimensions) {
        var json = new LabelsJson();
        dimensions.forEach(json::add);
        return json.toString();
    }

    private static @Nullable String platformJson(String meter, SortedMap<String, String> dimensions) {
        var kept = OF_PLATFORM.get(meter);
        if (kept == null) {
            return null;
        }
        var json = new LabelsJson();
        dimensions.forEach((name, value) -> {
            if (kept.contains(name)) {
                json.add(name, value);
            }
        });
        return json.toString();
    }
}
