package io.tenantlens.portal.invoice;

import io.tenantlens.portal.report.Words;
import java.util.List;

/**
 * An invoice or a credit note, all of it text of one language.
 *
 * @param stamp what became of it, such as paid; empty while it is open
 */
public record PrintedInvoice(
        Words words,
        String title,
        String number,
        String stamp,
        List<String> issuer,
        List<String> shop,
        List<Fact> facts,
        String due,
        List<Line> lines,
        List<Fact> sums,
        String total,
        List<Tax> taxes,
        List<String> notes) {

    /** A figure and its name. */
    public record Fact(String name, String value) {}

    /**
     * An item.
     *
     * @param remark which month it is for, or why it is there; empty for most
     */
    public record Line(
            String number,
            String title,
            String remark,
            String quantity,
            String unitPrice,
            String net,
            String tax,
            String total) {}

    /** A tax and what it was taken from. */
    public record Tax(String name, String percent, String base, String amount) {}

    /** A code such as en. */
    public String language() {
        return words.language();
    }

    public String subject() {
        return title + " " + number;
    }
}
