package io.tenantlens.sla.pdf;

import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import com.openhtmltopdf.util.XRLog;
import jakarta.inject.Singleton;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Prints XHTML as PDF/A-3u and PDF/UA-1. Fonts are read once and shared; a document holds only the glyphs that it uses.
 *
 * <p>Nothing is fetched, whatever the document names: no file, no address. Drawings are inline SVG with
 * {@code style="display:block"}, without which the layout drops them silently; their texts are Latin letters and digits of
 * either script, since no cluster is shaped in them.
 */
@Singleton
public class PdfEngine {

    /** The family of all text; a style sheet names it once, on the body. */
    public static final String FAMILIES = "'Noto Sans'" + BengaliText.families();

    private final byte[] colours = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

    public PdfEngine() {
        XRLog.setLoggerImpl(new EngineLog());
    }

    /**
     * The printed document.
     *
     * @param xhtml well-formed, with a title and a language
     * @throws InvalidMarkupException if it is not, or has a document type
     */
    public byte[] print(String xhtml) {
        var document = Markup.read(xhtml);
        var clusters = BengaliText.takenFrom(document);
        var out = new ByteArrayOutputStream(64 * 1024);
        var builder = new PdfRendererBuilder()
                .usePdfUaAccessibility(true)
                .usePdfAConformance(PdfAConformance.PDFA_3_U)
                .useColorProfile(colours);
        builder.withProducer("Tenantlens")
                .withW3cDocument(document, null)
                .useSVGDrawer(new BatikSVGDrawer())
                .useUriResolver((base, uri) -> null)
                .useExternalResourceAccessControl(
                        (uri, type) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
                .toStream(out);
        Fonts.shipped().addTo(builder, clusters);
        try (var _ = WithoutServices.enter()) {
            builder.run();
        } catch (IOException e) {
            throw new UncheckedIOException("a document could not be printed", e);
        }
        return out.toByteArray();
    }
}
