package io.tenantlens.portal.tenant.sla;

import io.tenantlens.portal.format.Freshness;
import io.tenantlens.portal.layout.PageFrame;
import io.tenantlens.portal.range.MonthChoice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A month of service.
 *
 * @param path of the page, without its query
 * @param state open, or frozen and how often revised
 * @param exhausted when the error budget will be used up if failures go on as in the last day; null if that is not in sight
 * @param next the address of the month after; null on the month that it is
 * @param report the address of the same as PDF
 */
public record SlaPage(
        PageFrame frame,
        Freshness fresh,
        String path,
        String month,
        String monthValue,
        List<MonthChoice> months,
        String state,
        SlaSummary summary,
        String credit,
        String creditNote,
        @Nullable String exhausted,
        DayCalendar calendar,
        BudgetView budget,
        LatencyView latency,
        Events events,
        CountedHow counted,
        String previous,
        @Nullable String next,
        String report) {}
