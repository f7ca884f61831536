package io.tenantlens.sla.pdf;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

/** What veraPDF says of a document. */
public final class Conformance {

    private static final Logger CHATTER = Logger.getLogger("org.verapdf");

    static {
        CHATTER.setLevel(Level.SEVERE);
        VeraGreenfieldFoundryProvider.initialise();
    }

    private Conformance() {}

    /** Where it breaks PDF/A-3u (archives) and PDF/UA-1 (accessibility), in words; empty where it doesn't. */
    public static List<String> violations(byte[] pdf) {
        return List.of(PDFAFlavour.PDFA_3_U, PDFAFlavour.PDFUA_1).stream()
                .flatMap(flavour -> violations(pdf, flavour).stream())
                .distinct()
                .toList();
    }

    private static List<String> violations(byte[] pdf, PDFAFlavour flavour) {
        var foundry = Foundries.defaultInstance();
        try (var parser = foundry.createParser(new ByteArrayInputStream(pdf), flavour);
                var validator = foundry.createValidator(flavour, false)) {
            return validator.validate(parser).getTestAssertions().stream()
                    .filter(assertion -> assertion.getStatus() == TestAssertion.Status.FAILED)
                    .map(assertion -> flavour + " " + assertion.getRuleId().getClause() + " " + assertion.getMessage())
                    .toList();
        } catch (Exception e) {
            throw new AssertionError("veraPDF could not read the document", e);
        }
    }
}
