package io.tenantlens.portal.staff.costs;

import io.tenantlens.portal.chart.Chart;
import io.tenantlens.portal.format.Figure;
import io.tenantlens.portal.layout.PageFrame;
import io.tenantlens.portal.range.RangePicker;
import io.tenantlens.portal.staff.forecast.ForecastCard;
import io.tenantlens.portal.table.TableFrame;
import java.util.List;

/** What the cost page shows. */
public record CostPage(
        PageFrame frame,
        RangePicker picker,
        List<Figure> figures,
        List<Choice> groups,
        Chart chart,
        ProofCard proof,
        List<PoolRow> pools,
        ForecastCard forecast,
        TableFrame table,
        List<TenantRow> tenants,
        List<BudgetRow> budgets,
        AdviceCard advice) {

    /** A way to group, one click away. */
    public record Choice(String title, String href, boolean current) {}

    /**
     * How the parts add up.
     *
     * @param state {@code good} if they do, else {@code bad}
     */
    public record ProofCard(String state, String verdict, String words, List<Part> parts, String origin) {

        /** A part of the whole and what it is. */
        public record Part(String name, String definition, String amount, String share) {}
    }

    /** What became of a pool. */
    public record PoolRow(
            String title,
            String type,
            String kind,
            String source,
            String origin,
            String allocated,
            String idle,
            String unallocated) {}

    /** What a tenant costs. */
    public record TenantRow(
            String href,
            String name,
            String tier,
            String cost,
            String share,
            String change,
            String perRequests,
            String perOrder,
            String perUser,
            String perGigabyte) {}

    /**
     * The open month against a budget.
     *
     * @param state {@code bad} if exceeded, {@code warn} if it will be, else {@code good}
     */
    public record BudgetRow(
            String href,
            String name,
            String budget,
            String spent,
            String used,
            String expected,
            String state,
            String verdict) {}

    /** What could cost less, and by which rules. */
    public record AdviceCard(String sum, List<AdviceRow> rows, List<Rule> rules) {

        /**
         * Something that could cost less.
         *
         * @param href of the tenant; empty for the platform itself
         */
        public record AdviceRow(String href, String subject, String rule, String finding, String saving) {}

        /** A rule and its definition. */
        public record Rule(String title, String definition) {}
    }
}
