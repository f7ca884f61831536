package io.tenantlens.api.ingest;

import io.tenantlens.api.meter.MeterCatalogue;
import io.tenantlens.api.series.SeriesKind;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;

/** What a metric is where the sender doesn't say: the catalogue of meters knows, else the customs of names decide. */
@Singleton
class MetricKinds {

    private static final List<String> COUNTER_ENDINGS = List.of("_total", "_bucket", "_sum", "_count");

    private final MeterCatalogue catalogue;

    @Inject
    MetricKinds(MeterCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    SeriesKind of(String metric) {
        for (var meter : catalogue.ofMetric(metric)) {
            switch (meter.aggregation()) {
                case DELTA -> {
                    return SeriesKind.COUNTER;
                }
                case INTEGRAL, PEAK -> {
                    return SeriesKind.GAUGE;
                }
                case EVENTS, DISTRIBUTION -> {}
            }
        }
        for (var ending : COUNTER_ENDINGS) {
            if (metric.endsWith(ending)) {
                return SeriesKind.COUNTER;
            }
        }
        return SeriesKind.GAUGE;
    }
}
