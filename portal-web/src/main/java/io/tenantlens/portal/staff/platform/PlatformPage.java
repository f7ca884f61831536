package io.tenantlens.portal.staff.platform;

import io.tenantlens.portal.chart.Chart;
import io.tenantlens.portal.format.Figure;
import io.tenantlens.portal.format.Freshness;
import io.tenantlens.portal.layout.PageFrame;
import java.util.List;

/** What staff see first. */
public record PlatformPage(
        PageFrame frame,
        Freshness fresh,
        List<Figure> figures,
        Chart requests,
        Chart errorRate,
        Chart latency,
        List<Component> components,
        List<Refusal> refusals) {

    /** A part of the platform and whether it answers. */
    public record Component(String name, String detail, boolean up) {}

    /** How many samples or events were refused since this instance started, and why. */
    public record Refusal(String reason, String count) {}
}
