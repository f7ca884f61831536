package io.tenantlens.portal.staff.invoices;

import io.tenantlens.portal.document.DocumentFacts;
import io.tenantlens.portal.layout.PageFrame;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One document with its lines.
 *
 * @param asTenant where its tenant sees it; null for a draft
 * @param settle the forms that settle it; null where it can't be settled or the reader may not
 */
public record DocumentPage(
        PageFrame frame,
        DocumentFacts facts,
        String tenant,
        String plan,
        String zone,
        @Nullable String note,
        @Nullable String asTenant,
        List<Line> lines,
        List<Sum> sums,
        @Nullable Settle settle) {

    /** An item, which opens into its steps. */
    public record Line(
            String title, String kind, String quantity, String net, String tax, String total, List<String> steps) {}

    /** One of the sums below the lines. */
    public record Sum(String name, String value) {}

    /**
     * The forms that settle it.
     *
     * @param problem what is wrong with the reason, or why it can't be settled now; null if nothing was refused
     */
    public record Settle(
            String paid,
            String takeBack,
            String reason,
            @Nullable String problem) {}
}
