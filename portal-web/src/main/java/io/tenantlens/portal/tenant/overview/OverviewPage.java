package io.tenantlens.portal.tenant.overview;

import io.tenantlens.portal.chart.Chart;
import io.tenantlens.portal.format.Freshness;
import io.tenantlens.portal.layout.PageFrame;
import io.tenantlens.portal.range.RangePicker;
import io.tenantlens.portal.tenant.alerts.AlertRow;
import io.tenantlens.portal.tenant.sla.SlaSummary;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the overview shows.
 *
 * @param bill null where the reader may not see bills, or nothing is priced yet
 */
public record OverviewPage(
        PageFrame frame,
        String path,
        String query,
        String shopFacts,
        RangePicker picker,
        Freshness fresh,
        List<UsageTile> tiles,
        Chart requests,
        SlaSummary service,
        String serviceMonth,
        @Nullable BillCard bill,
        boolean billed,
        List<AlertRow> alerts) {}
