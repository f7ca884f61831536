package io.tenantlens.portal.tenant.bills;

import io.tenantlens.portal.format.Freshness;
import io.tenantlens.portal.layout.PageFrame;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The open month's bill as it stands.
 *
 * @param bill null where the plan has no rate card
 */
public record BillPage(
        PageFrame frame, Freshness fresh, @Nullable Bill bill) {

    /** The rated month. */
    public record Bill(
            String month,
            String plan,
            String days,
            String subtotal,
            String discount,
            String tax,
            String total,
            @Nullable String forecast,
            List<Line> lines) {}

    /** A line, which opens into how it was rated. */
    public record Line(
            String title, String kind, String quantity, String amount, String tax, String total, List<String> steps) {}
}
