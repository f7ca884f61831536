package io.tenantlens.portal.tenant.sla;

import io.tenantlens.portal.chart.Chart;
import io.tenantlens.portal.format.Freshness;
import io.tenantlens.portal.layout.PageFrame;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A month of service.
 *
 * @param exhausted when the error budget will be used up if failures go on as in the last day; null if that is not in sight
 * @param next the address of the month after; null on the month that it is
 * @param report the address of the same as PDF
 */
public record SlaPage(
        PageFrame frame,
        Freshness fresh,
        String month,
        String counting,
        SlaSummary summary,
        String credit,
        @Nullable String exhausted,
        Chart availability,
        List<Endpoint> endpoints,
        String previous,
        @Nullable String next,
        String report) {

    /** The latency of one endpoint: percentiles with the number of requests and how they were read. */
    public record Endpoint(
            String name, String observations, String p50, String p95, String p99, String bounds, String method) {}
}
