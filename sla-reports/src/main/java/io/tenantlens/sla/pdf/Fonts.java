package io.tenantlens.sla.pdf;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FSFontUseCase;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayInputStream;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;

/** The fonts that we ship. They are read when the first document is printed: a start that prints nothing needs none. */
final class Fonts {

    private static final class Shipped {

        private static final Fonts FONTS = new Fonts();
    }

    private final Map<Weight, byte[]> latin = new EnumMap<>(Weight.class);
    private final Map<Weight, byte[]> bengali = new EnumMap<>(Weight.class);
    private final Map<Weight, Shaper> shapers = new EnumMap<>(Weight.class);

    private Fonts() {
        for (var weight : Weight.values()) {
            latin.put(weight, Resources.read(weight.latin()));
            var font = Resources.read(weight.bengali());
            bengali.put(weight, font);
            shapers.put(weight, new Shaper(font));
        }
    }

    static Fonts shipped() {
        return Shipped.FONTS;
    }

    /** Bengali as it is stored serves drawings alone; text has clusters. */
    void addTo(PdfRendererBuilder builder, BengaliText clusters) {
        for (var weight : Weight.values()) {
            builder.useFont(
                    () -> new ByteArrayInputStream(latin.get(weight)),
                    "Noto Sans",
                    weight.css(),
                    FontStyle.NORMAL,
                    true);
            builder.useFont(
                    () -> new ByteArrayInputStream(bengali.get(weight)),
                    "Noto Sans Bengali",
                    weight.css(),
                    FontStyle.NORMAL,
                    true,
                    EnumSet.of(FSFontUseCase.SVG));
        }
        clusters.addFonts(builder, shapers);
    }
}
