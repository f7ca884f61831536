package io.tenantlens.api.meter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantlens.cost.meter.MeterKey;
import java.io.StringReader;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeterCatalogueTest {

    private final MeterCatalogue catalogue = MeterCatalogue.shipped();

    @Test
    void shipped_mapsAMetricWithAndWithoutTotal() {
        assertThat(catalogue.ofMetric("bandwidth_usage_bytes_total"))
                .isEqualTo(catalogue.ofMetric("bandwidth_usage_bytes"));
        assertThat(catalogue.ofMetric("bandwidth_usage_bytes"))
                .extracting(meter -> meter.key().value())
                .containsExactly("bandwidth");
    }

    @Test
    void shipped_countsAnEventAndItsValue() {
        assertThat(catalogue.ofEvent("com.tenantlens.order.placed.v1"))
                .extracting(meter -> meter.key() + " " + meter.property().orElse("number"))
                .containsExactly("order_events number", "order_value amount");
    }

    @Test
    void dimensionsOf_leavesOutOtherLabels() {
        var requests = catalogue.find(new MeterKey("requests")).orElseThrow();

        assertThat(requests.dimensionsOf(Map.of("status", "200", "method", "GET", "pod", "a")))
                .isEqualTo(Map.of("status", "200", "method", "GET", "endpoint", ""));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            aggregation: sum                | my.yaml line 4: aggregation must be delta, integral, peak, events
            aggregation: delta              | my.yaml line 3: field metric is missing
            agregation: delta               | my.yaml line 4: unknown field agregation
            {aggregation: delta, scale: 12} | my.yaml line 4: expected a text or a number
            """)
    void parse_ofAMistake_namesItsLine(String field, String message) {
        var written = field.startsWith("{") ? "title: " + field : field;
        var lines = "version: 1\nmeters:\n  - meter: a\n    " + written + "\n    unit: b\n"
                + (field.startsWith("{") ? "    aggregation: delta\n    metric: m\n" : "    title: A\n");

        assertThatThrownBy(() -> CatalogueFile.parse("my.yaml", new StringReader(lines)))
                .isInstanceOf(CatalogueException.class)
                .hasMessageStartingWith(message);
    }
}
