package io.tenantlens.portal.staff.margin;

import io.tenantlens.portal.chart.Chart;
import io.tenantlens.portal.format.Figure;
import io.tenantlens.portal.layout.PageFrame;
import io.tenantlens.portal.range.RangePicker;
import io.tenantlens.portal.table.TableFrame;
import java.util.List;

/** What the margin page shows. */
public record MarginPage(
        PageFrame frame,
        RangePicker picker,
        String months,
        String basis,
        List<Figure> figures,
        List<Step> waterfall,
        Chart trend,
        List<GroupRow> tiers,
        List<GroupRow> plans,
        Sensitivity sensitivity,
        List<Choice> lists,
        TableFrame table,
        List<TenantRow> tenants,
        Total total) {

    /** A way to list, one click away. */
    public record Choice(String title, String href, boolean current) {}

    /**
     * A step from revenue to what is left.
     *
     * @param x where its bar begins, in percent of the width
     * @param width of the bar, in percent
     * @param colour empty, {@code warn} or {@code bad}
     */
    public record Step(
            String name, String amount, String ofRevenue, String left, String x, String width, String colour) {}

    /** A tier or plan. */
    public record GroupRow(
            String name, String tenants, String revenue, String cost, String margin, String ratio, String losses) {}

    /** What would be if all cost changed by so many percent. */
    public record Sensitivity(int percent, List<Case> cases) {

        /** One assumption. */
        public record Case(String name, String cost, String margin, String ratio, String losses) {}
    }

    /** A tenant's margin. */
    public record TenantRow(
            String href,
            String name,
            String tier,
            String plan,
            String basis,
            String revenue,
            String cost,
            String margin,
            String ratio,
            String change,
            boolean loss) {}

    /** What all tenants add up to, also those on other pages of the table. */
    public record Total(String revenue, String cost, String margin, String ratio) {}
}
