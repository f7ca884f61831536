package io.tenantlens.portal.staff.features;

import io.tenantlens.portal.chart.Chart;
import io.tenantlens.portal.layout.PageFrame;
import java.util.List;

/**
 * Features over all active tenants.
 *
 * @param previous the address of the page before; empty on the first
 * @param next the address of the page after; empty on the last
 */
public record FeaturePage(
        PageFrame frame,
        List<Choice> tiers,
        Chart curve,
        List<AdoptionRow> features,
        String shown,
        List<String> columns,
        List<TenantRow> tenants,
        String csvHref,
        String previous,
        String next) {

    /** A tier to look at. */
    public record Choice(String title, String href, boolean current) {}

    /** How far a feature has come. */
    public record AdoptionRow(String feature, String tried, String triedShare, String using, String usingShare) {}

    /** A tenant with a cell a feature. */
    public record TenantRow(String slug, String name, String tier, List<Cell> cells) {}

    /**
     * When a tenant last used a feature.
     *
     * @param shade the longer ago, the lighter; 0 where it never did
     */
    public record Cell(String words, int shade, String detail) {}
}
