package io.tenantlens.portal.tenant.sla;

import io.tenantlens.portal.chart.Chart;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Percentiles over the days of a month, or over the hours of one of them, of all requests or of one endpoint.
 *
 * @param title what is drawn
 * @param choices the endpoints to choose from
 * @param endpoint the one that was chosen; empty for all
 * @param back where the hours of a day lead back to; null where days are shown
 */
public record LatencyView(
        Chart chart,
        String title,
        String promise,
        List<Choice> choices,
        String endpoint,
        String day,
        @Nullable String back,
        List<Endpoint> endpoints) {

    /** An endpoint as an option of the form. */
    public record Choice(String value, String title, boolean chosen) {}

    /**
     * The latency of one endpoint: percentiles with the number of requests and how they were read.
     *
     * @param href where it is drawn over time
     * @param within the share of requests that were as fast as promised
     */
    public record Endpoint(
            String name,
            String href,
            String observations,
            String p50,
            String p95,
            String p99,
            String within,
            String bounds,
            String method) {}
}
