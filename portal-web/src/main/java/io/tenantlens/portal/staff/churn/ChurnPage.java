package io.tenantlens.portal.staff.churn;

import io.tenantlens.portal.chart.Chart;
import io.tenantlens.portal.format.Figure;
import io.tenantlens.portal.layout.PageFrame;
import java.util.List;

/**
 * What the page of growth and churn shows.
 *
 * @param definition how several changes of one tenant in a month count
 * @param scored whether anybody's activity has been scored yet
 * @param leftOut tenants that are billed in another currency, in words; empty if there are none
 */
public record ChurnPage(
        PageFrame frame,
        List<Figure> figures,
        Chart mrr,
        List<Choice> policies,
        String definition,
        List<MonthRow> months,
        List<Choice> measures,
        CohortTable cohorts,
        List<RiskRow> risks,
        boolean scored,
        String leftOut) {

    /** A way to count, one click away. */
    public record Choice(String title, String href, boolean current) {}

    /** The movements of a month; the last one still runs. */
    public record MonthRow(
            String month,
            String start,
            String added,
            String expansion,
            String contraction,
            String churn,
            String reactivated,
            String end,
            String grossChurn,
            String netChurn,
            String lost,
            String logoChurn) {}

    /** A tenant at risk and why. */
    public record RiskRow(String slug, String name, String tier, String score, String mrr, List<String> reasons) {}
}
