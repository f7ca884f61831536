package io.tenantlens.api.ingest.otlp;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantlens.api.ingest.otlp.PrometheusNames.Ending;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrometheusNamesTest {

    @ParameterizedTest
    @CsvSource({
        "http.requests, '', TOTAL, http_requests_total",
        "http.requests, {request}, TOTAL, http_requests_total",
        "http.server.duration, ms, NONE, http_server_duration_milliseconds",
        "http_request_duration_seconds, s, NONE, http_request_duration_seconds",
        "storage.usage, By, RATIO_IF_DIMENSIONLESS, storage_usage_bytes",
        "system.cpu.utilization, 1, RATIO_IF_DIMENSIONLESS, system_cpu_utilization_ratio",
        "bandwidth.usage, By, TOTAL, bandwidth_usage_bytes_total",
        "network.io, By/s, NONE, network_io_bytes_per_second",
        "total.orders, '', TOTAL, orders_total",
        "5xx.errors, '', TOTAL, _5xx_errors_total"
    })
    void metric_isNamedAsPrometheusWould(String name, String unit, Ending ending, String expected) {
        assertThat(PrometheusNames.metric(name, unit, ending)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"tenant.id, tenant_id", "http.status_code, http_status_code", "2nd, key_2nd"})
    void label_isNamedAsPrometheusWould(String name, String expected) {
        assertThat(PrometheusNames.label(name)).isEqualTo(expected);
    }
}
