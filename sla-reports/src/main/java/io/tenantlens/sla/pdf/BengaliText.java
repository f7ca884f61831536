package io.tenantlens.sla.pdf;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.w3c.dom.Document;
import org.w3c.dom.Node;
import org.w3c.dom.Text;

/**
 * Gets Bengali right, which the layout engine doesn't: it places letter by letter.
 *
 * <p>Each cluster in the text is replaced by one character that stands for it in this document, and the document gets fonts
 * whose glyphs for these characters are the shaped clusters. The characters are Canadian syllabics: letters for every rule
 * of line breaking and direction, while characters for private use are not printed at all. Real ones become U+FFFD first.
 */
final class BengaliText {

    private static final int FIRST = 0x1401;
    private static final int LAST = 0x166C;
    private static final String FAMILY = "Clusters ";

    private final Map<String, Integer> numbers = new LinkedHashMap<>();

    private BengaliText() {}

    /** Replaces the Bengali of all texts but those in drawings, which are drawn by another library. */
    static BengaliText takenFrom(Document document) {
        var taken = new BengaliText();
        taken.visit(document.getDocumentElement());
        return taken;
    }

    /** Adds the fonts, each as a family of its own, since one has room for a byte's worth of clusters. */
    void addFonts(PdfRendererBuilder builder, Map<Weight, Shaper> shapers) {
        var clusters = new ArrayList<>(numbers.keySet());
        for (int from = 0; from < clusters.size(); from += ClusterFont.CAPACITY) {
            var part = List.copyOf(clusters.subList(from, Math.min(from + ClusterFont.CAPACITY, clusters.size())));
            int number = from / ClusterFont.CAPACITY;
            for (var shaper : shapers.entrySet()) {
                var name = "Clusters" + number + "-" + shaper.getKey().css();
                builder.useFont(
                        new PDFontSupplier(font(name, FIRST + from, part, shaper.getValue())),
                        FAMILY + number,
                        shaper.getKey().css(),
                        FontStyle.NORMAL,
                        false);
            }
        }
    }

    /** The families to name in a style sheet after the Latin one. */
    static String families() {
        var families = new StringBuilder();
        for (int number = 0; number * ClusterFont.CAPACITY <= LAST - FIRST; number++) {
            families.append(", '").append(FAMILY).append(number).append('\'');
        }
        return families.toString();
    }

    private static ClusterFont font(String name, int first, List<String> clusters, Shaper shaper) {
        try {
            return new ClusterFont(name, first, clusters, shaper);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void visit(Node node) {
        if (node instanceof Text text) {
            replace(text);
            return;
        }
        if ("svg".equals(node.getLocalName()) || "style".equals(node.getLocalName())) {
            return;
        }
        for (var child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            visit(child);
        }
    }

    private void replace(Text node) {
        var text = node.getData().replaceAll("[\\u1400-\\u167F]", "\uFFFD");
        if (Cluster.occursIn(text)) {
            var replaced = new StringBuilder(text.length());
            Cluster.split(text).forEach(part -> replaced.append(standIn(part)));
            node.setData(replaced.toString());
        }
    }

    private String standIn(String part) {
        if (!Cluster.occursIn(part)) {
            return part;
        }
        var known = numbers.get(part);
        if (known == null) {
            if (numbers.size() > LAST - FIRST) {
                return "\uFFFD";
            }
            known = numbers.size();
            numbers.put(part, known);
        }
        return Character.toString(FIRST + known);
    }
}
