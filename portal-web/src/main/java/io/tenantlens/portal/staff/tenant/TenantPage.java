package io.tenantlens.portal.staff.tenant;

import io.tenantlens.portal.chart.Chart;
import io.tenantlens.portal.format.Figure;
import io.tenantlens.portal.layout.PageFrame;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One tenant.
 *
 * @param health how it is doing in one line, and the class of that
 * @param revenue null for whoever may not see money
 * @param score null where the tenant is not active or was not scored yet
 */
public record TenantPage(
        PageFrame frame,
        String name,
        String slug,
        String state,
        boolean active,
        String mood,
        String health,
        List<Link> links,
        List<Figure> figures,
        Chart requests,
        Chart orders,
        @Nullable Chart revenue,
        List<Fact> catalogue,
        List<LimitRow> limits,
        @Nullable ScoreView score,
        List<FeatureRow> features,
        List<Fact> contract) {

    /** Where more about the tenant is. */
    public record Link(String title, String icon, String href) {}

    /** Something that is known. */
    public record Fact(String name, String value) {}

    /**
     * How much of a limit of the plan is used.
     *
     * @param width of the bar, in percent
     * @param mood empty, warn or bad
     */
    public record LimitRow(String name, String used, String limit, String width, String mood) {}

    /** The activity score with its parts, whose points add up to it. */
    public record ScoreView(String score, String mood, List<PartRow> parts) {}

    /** A part of the score: what was found, how much of the part that is, and what it adds. */
    public record PartRow(String name, String found, String share, String weight, String points) {}

    /** A feature that the plan offers or that was used. */
    public record FeatureRow(String name, String offered, String uses, String lastUsed) {}
}
