package io.tenantlens.portal.staff.sla.ranking;

import io.tenantlens.portal.format.Figure;
import io.tenantlens.portal.layout.PageFrame;
import io.tenantlens.portal.range.MonthChoice;
import io.tenantlens.portal.staff.sla.SlaTab;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of the ranking.
 *
 * @param previous the address of the page before; null on the first
 * @param next the address of the page after; null on the last
 */
public record RankingPage(
        PageFrame frame,
        List<SlaTab.Link> tabs,
        String month,
        String text,
        List<MonthChoice> months,
        List<Option> tiers,
        List<Option> states,
        List<Figure> figures,
        String shown,
        List<Row> rows,
        String csv,
        String report,
        @Nullable String previous,
        @Nullable String next) {

    /** A value of a filter. */
    public record Option(String value, String title, boolean chosen) {}

    /**
     * A tenant.
     *
     * @param mood the class of its state
     * @param width of the bar that shows what is left
     */
    public record Row(
            String rank,
            String slug,
            String name,
            String tier,
            String promised,
            String availability,
            String counted,
            String failed,
            String left,
            String width,
            String mood,
            String state,
            String href) {}
}
