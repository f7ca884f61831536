package io.tenantlens.sla.pdf;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** A document as a reader copies it. */
public final class PdfText {

    private PdfText() {}

    public static String of(byte[] pdf) {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static int pages(byte[] pdf) {
        try (var document = Loader.loadPDF(pdf)) {
            return document.getNumberOfPages();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The types of the structure that screen readers follow, in order: H1, P, Table, TR … */
    static String structure(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            var root = document.getDocumentCatalog().getStructureTreeRoot();
            var types = new StringBuilder();
            root.getKids().forEach(kid -> add(types, kid));
            return types.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void add(StringBuilder types, Object node) {
        if (node instanceof org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement element) {
            types.append(element.getStructureType()).append(' ');
            element.getKids().forEach(kid -> add(types, kid));
        }
    }
}
