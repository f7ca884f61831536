package io.tenantlens.portal.tenant.bills;

import io.tenantlens.portal.document.DocumentFacts;
import io.tenantlens.portal.layout.PageFrame;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One invoice or credit note.
 *
 * @param file the address of the same as PDF
 * @param before the month of the invoice that lines are compared with; null without one
 * @param why the line that is explained; null while none is chosen
 */
public record InvoicePage(
        PageFrame frame,
        String file,
        Head head,
        @Nullable String before,
        List<Line> lines,
        List<Amount> sums,
        @Nullable WhyCard why) {

    /**
     * What stands at the top.
     *
     * @param shop as it was called when the document was made
     * @param other the invoice that a credit note corrects, or the credit note of a void invoice
     */
    public record Head(
            DocumentFacts facts,
            String shop,
            String plan,
            String zone,
            @Nullable String note,
            @Nullable Other other) {}

    /** Another document that belongs to this one. */
    public record Other(String words, String href) {}

    /**
     * An item.
     *
     * @param before what the same charge came to in the month before
     */
    public record Line(
            String href,
            String title,
            String kind,
            String quantity,
            String unitPrice,
            String net,
            String before,
            String tax,
            String total,
            boolean chosen) {}

    /** One of the sums below the lines. */
    public record Amount(String name, String value) {}
}
