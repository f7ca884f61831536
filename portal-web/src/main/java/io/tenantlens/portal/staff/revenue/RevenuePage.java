package io.tenantlens.portal.staff.revenue;

import io.tenantlens.portal.chart.Chart;
import io.tenantlens.portal.format.Figure;
import io.tenantlens.portal.format.Freshness;
import io.tenantlens.portal.layout.PageFrame;
import io.tenantlens.portal.range.RangePicker;
import io.tenantlens.portal.staff.forecast.ForecastCard;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the revenue page shows.
 *
 * @param drop null while nothing was taken in during the weeks before
 */
public record RevenuePage(
        PageFrame frame,
        Freshness fresh,
        RangePicker picker,
        List<Figure> figures,
        @Nullable DropCard drop,
        Chart hours,
        Chart days,
        ForecastCard forecast,
        List<TierRow> tiers,
        TenantTable tenants) {

    /** What a tier took in. */
    public record TierRow(String tier, String tenants, String revenue, String share, String before, String change) {}
}
