package io.tenantlens.portal.tenant.bills;

import io.tenantlens.portal.chart.Chart;
import io.tenantlens.portal.format.Freshness;
import io.tenantlens.portal.layout.PageFrame;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The open month's bill as it stands, and what was billed before.
 *
 * @param bill null where the plan has no rate card
 * @param history the totals of the invoices by month; null with fewer than two
 */
public record BillPage(
        PageFrame frame,
        Freshness fresh,
        @Nullable Bill bill,
        @Nullable Chart history,
        List<DocumentRow> documents) {

    /**
     * The rated month.
     *
     * @param before the month of the newest invoice, to compare with; null without one
     */
    public record Bill(
            String month,
            String plan,
            String days,
            String subtotal,
            String discount,
            String tax,
            String total,
            @Nullable String forecast,
            @Nullable Before before,
            List<Line> lines) {}

    /**
     * The newest invoice.
     *
     * @param change of the forecast against it; empty without a forecast
     */
    public record Before(String month, String total, String href, String change) {}

    /**
     * A line, which opens into how it was rated.
     *
     * @param before what the same charge came to on the newest invoice
     * @param usageHref the days behind it; null where nothing is metered
     */
    public record Line(
            String title,
            String kind,
            String quantity,
            String amount,
            String before,
            String tax,
            String total,
            List<String> steps,
            @Nullable String usageHref) {}
}
