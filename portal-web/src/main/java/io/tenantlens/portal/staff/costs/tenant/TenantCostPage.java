package io.tenantlens.portal.staff.costs.tenant;

import io.tenantlens.portal.chart.Chart;
import io.tenantlens.portal.format.Figure;
import io.tenantlens.portal.layout.PageFrame;
import io.tenantlens.portal.range.RangePicker;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the page of a tenant's cost shows.
 *
 * @param form null for those who may not change budgets
 */
public record TenantCostPage(
        PageFrame frame,
        String slug,
        String name,
        RangePicker picker,
        List<Figure> figures,
        Chart chart,
        List<Line> lines,
        String total,
        @Nullable BudgetForm form) {

    /** A pool's part and how it came about. */
    public record Line(
            String pool, String type, String method, String weight, String weights, String share, String amount) {}
}
