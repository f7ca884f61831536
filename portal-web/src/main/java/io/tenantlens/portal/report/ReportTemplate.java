package io.tenantlens.portal.report;

import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.RawString;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.Template;
import io.quarkus.qute.Variant;
import io.tenantlens.sla.pdf.PdfEngine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Writes documents for print as XHTML. Apart from the templates of pages: these are well-formed XML, have their style inside,
 * and work in programs without the framework.
 */
public final class ReportTemplate {

    private static final Variant FORM = Variant.forContentType("text/html");

    private static final Engine ENGINE = Engine.builder()
            .addDefaults()
            .addValueResolver(new ReflectionValueResolver())
            .addResultMapper(new HtmlEscaper(List.of("text/html")))
            .build();

    private static final String STYLE = "body { font-family: " + PdfEngine.FAMILIES + " }\n" + read("print.css");

    private final Template template;

    public ReportTemplate(String name) {
        template = ENGINE.parse(read(name), FORM, name);
    }

    /** Templates call the report {@code r} and its words {@code w}. */
    public String fill(Words words, Object report) {
        return template.data("r", report)
                .data("w", words)
                .data("style", new RawString(STYLE))
                .render();
    }

    private static String read(String name) {
        try (var file = ReportTemplate.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException(name + " is not on the class path");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
