package io.tenantlens.portal.staff.ratecards;

import io.tenantlens.portal.layout.PageFrame;
import java.util.List;

/** All plans with the versions of their cards, and the drafts. */
public record CardListPage(PageFrame frame, List<DraftRow> drafts, List<Plan> plans) {

    /** The versions of a plan's card in one currency, the newest first. */
    public record Plan(String plan, String currency, String tenants, List<Row> versions) {}

    /**
     * A version.
     *
     * @param mood the class of its state
     * @param compareHref what changed against the version before; empty for the first
     */
    public record Row(
            String title,
            String href,
            String validity,
            String mood,
            String state,
            String charges,
            String fixedFees,
            String compareHref) {}

    /** A card in the making. */
    public record DraftRow(String title, String href, String plan, String base, String changed) {}
}
