package io.tenantlens.api.gauge;

import io.prometheus.client.Collector;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Hands the gauges to Prometheus' registry as they were shown last. */
final class GaugeCollector extends Collector {

    private static final double NANOS = 1e9;

    private volatile List<MetricFamilySamples> shown = List.of();

    void show(Map<String, Gauge> gauges, Map<String, Reading> readings) {
        var families = new ArrayList<MetricFamilySamples>();
        gauges.values().forEach(gauge -> families.add(family(gauge)));
        families.add(about(
                "tenantlens_gauges_read_timestamp_seconds",
                "When the gauges of a source were read",
                readings,
                reading -> reading.readAt().toEpochMilli() / 1e3));
        families.add(about(
                "tenantlens_gauges_read_duration_seconds",
                "How long it took to read the gauges of a source",
                readings,
                reading -> reading.took().toNanos() / NANOS));
        shown = List.copyOf(families);
    }

    @Override
    public List<MetricFamilySamples> collect() {
        return shown;
    }

    private static MetricFamilySamples family(Gauge gauge) {
        var samples = new ArrayList<MetricFamilySamples.Sample>();
        gauge.rows()
                .forEach((values, value) ->
                        samples.add(new MetricFamilySamples.Sample(gauge.name(), gauge.labels(), values, value)));
        return new MetricFamilySamples(gauge.name(), Type.GAUGE, gauge.description(), samples);
    }

    private static MetricFamilySamples about(
            String name, String description, Map<String, Reading> readings, ToDoubleFunction<Reading> value) {
        var rows = Gauge.named(name, description, "source");
        readings.forEach((source, reading) -> rows.add(value.applyAsDouble(reading), source));
        return family(rows.build());
    }
}
