package io.tenantlens.sla.pdf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.apache.pdfbox.pdmodel.font.PDType3Font;

/**
 * A font whose glyphs are clusters. Each has a code of one byte and says by /ToUnicode which letters it stands for, so that
 * copied text, search and screen readers get the letters and the eye gets the shape.
 */
final class ClusterFont extends PDType3Font {

    /** As many as a byte has, without 0. */
    static final int CAPACITY = 255;

    private static final PDRectangle BOX = new PDRectangle(-600, -600, 3_600, 2_000);

    private final int firstCharacter;
    private final Glyphs glyphs;

    /**
     * @param firstCharacter the character that stands for the first cluster in the text of the document
     */
    ClusterFont(String name, int firstCharacter, List<String> clusters, Shaper shaper) throws IOException {
        this(
                name,
                firstCharacter,
                clusters,
                new Glyphs(clusters.stream().map(shaper::outline).toList(), new COSDictionary()));
    }

    private ClusterFont(String name, int firstCharacter, List<String> clusters, Glyphs glyphs) throws IOException {
        super(dictionary(name, clusters, glyphs));
        this.firstCharacter = firstCharacter;
        this.glyphs = glyphs;
    }

    /** The shapes of all clusters, of which the document gets those that it draws in this weight. */
    private record Glyphs(List<Shaper.Outline> outlines, COSDictionary drawn) {

        void need(int index) throws IOException {
            if (!drawn.containsKey(name(index))) {
                var outline = outlines.get(index);
                drawn.setItem(name(index), stream(outline.advance() + " 0 -600 -600 3000 1400 d1\n" + outline.path()));
            }
        }

        static COSName name(int index) {
            return COSName.getPDFName("c" + index);
        }
    }

    /** Asked for each character that is measured or drawn. */
    @Override
    protected byte[] encode(int character) throws IOException {
        int index = character - firstCharacter;
        if (index < 0 || index >= glyphs.outlines().size()) {
            throw new IllegalArgumentException("no cluster of this font: " + Integer.toHexString(character));
        }
        glyphs.need(index);
        return new byte[] {(byte) (index + 1)};
    }

    private static COSDictionary dictionary(String name, List<String> clusters, Glyphs glyphs) throws IOException {
        var widths = new COSArray();
        var names = new COSArray();
        names.add(COSInteger.ONE);
        for (int i = 0; i < clusters.size(); i++) {
            names.add(Glyphs.name(i));
            widths.add(COSInteger.get(glyphs.outlines().get(i).advance()));
        }
        var encoding = new COSDictionary();
        encoding.setItem(COSName.TYPE, COSName.ENCODING);
        encoding.setItem(COSName.DIFFERENCES, names);
        var font = new COSDictionary();
        font.setItem(COSName.TYPE, COSName.FONT);
        font.setItem(COSName.SUBTYPE, COSName.TYPE3);
        font.setName(COSName.NAME, name);
        font.setItem(COSName.FONT_BBOX, BOX.getCOSArray());
        font.setItem(COSName.FONT_MATRIX, matrix());
        font.setItem(COSName.CHAR_PROCS, glyphs.drawn());
        font.setItem(COSName.ENCODING, encoding);
        font.setItem(COSName.RESOURCES, new COSDictionary());
        font.setInt(COSName.FIRST_CHAR, 1);
        font.setInt(COSName.LAST_CHAR, clusters.size());
        font.setItem(COSName.WIDTHS, widths);
        font.setItem(COSName.TO_UNICODE, stream(toUnicode(clusters)));
        font.setItem(COSName.FONT_DESC, descriptor(name));
        return font;
    }

    private static COSArray matrix() {
        var matrix = new COSArray();
        matrix.setFloatArray(new float[] {0.001f, 0, 0, 0.001f, 0, 0});
        return matrix;
    }

    /** The metrics of Noto Sans Bengali. */
    private static PDFontDescriptor descriptor(String name) {
        var descriptor = new PDFontDescriptor(new COSDictionary());
        descriptor.getCOSObject().setItem(COSName.TYPE, COSName.FONT_DESC);
        descriptor.setFontName(name);
        descriptor.setFontFamily("Noto Sans Bengali");
        descriptor.setSymbolic(true);
        descriptor.setItalicAngle(0);
        descriptor.setAscent(1_069);
        descriptor.setDescent(-293);
        descriptor.setCapHeight(714);
        descriptor.setXHeight(536);
        descriptor.setStemV(80);
        descriptor.setFontBoundingBox(BOX);
        return descriptor;
    }

    private static String toUnicode(List<String> clusters) {
        var map = new StringBuilder("""
            /CIDInit /ProcSet findresource begin
            12 dict begin
            begincmap
            /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
            /CMapName /Adobe-Identity-UCS def
            /CMapType 2 def
            1 begincodespacerange
            <00> <FF>
            endcodespacerange
            """);
        for (int from = 0; from < clusters.size(); from += 100) {
            int to = Math.min(from + 100, clusters.size());
            map.append(to - from).append(" beginbfchar\n");
            for (int i = from; i < to; i++) {
                map.append(String.format(Locale.ROOT, "<%02X> <", i + 1));
                clusters.get(i).chars().forEach(unit -> map.append(String.format(Locale.ROOT, "%04X", unit)));
                map.append(">\n");
            }
            map.append("endbfchar\n");
        }
        return map.append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n")
                .toString();
    }

    private static COSStream stream(String content) throws IOException {
        var stream = new COSStream();
        try (var out = stream.createOutputStream(COSName.FLATE_DECODE)) {
            out.write(content.getBytes(StandardCharsets.US_ASCII));
        }
        return stream;
    }
}
