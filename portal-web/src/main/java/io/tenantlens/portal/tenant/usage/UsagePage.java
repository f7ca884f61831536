package io.tenantlens.portal.tenant.usage;

import io.tenantlens.portal.chart.Chart;
import io.tenantlens.portal.format.Freshness;
import io.tenantlens.portal.layout.PageFrame;
import io.tenantlens.portal.range.RangePicker;
import java.util.List;

/** What the usage page shows: one meter in detail above all meters. */
public record UsagePage(
        PageFrame frame,
        RangePicker picker,
        Freshness fresh,
        String meterTitle,
        String meterTotal,
        String meterNote,
        Chart chart,
        List<Grouping> groupings,
        String groupedBy,
        List<GroupRow> groups,
        String csvHref,
        List<SortLink> columns,
        List<MeterRow> meters) {}
