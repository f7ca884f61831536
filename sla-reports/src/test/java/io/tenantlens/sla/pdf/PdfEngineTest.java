package io.tenantlens.sla.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PdfEngineTest {

    private static final PdfEngine ENGINE = new PdfEngine();
    private static final String DRAWING = """
        <svg xmlns="http://www.w3.org/2000/svg" style="display:block" width="400" height="80" viewBox="0 0 400 80" alt="Two lines that cross">
          <path d="M0 0L400 80M0 80L400 0" stroke="#0a6" fill="none"/><text x="8" y="20" font-family="Noto Sans" font-size="12">9</text>
        </svg>\
        """;
    private static final String TABLE = """
        <table><thead><tr><th scope="col">Endpoint</th><th scope="col">P95</th></tr></thead>
        <tbody><tr><th scope="row">/orders</th><td>120 ms</td></tr></tbody></table>\
        """;

    @Test
    void document_isForArchivesAndForScreenReaders() {
        var pdf = ENGINE.print(page("<h1>Service level</h1><p>Kept. সেবার মান ভালো।</p>" + DRAWING + TABLE));

        assertThat(Conformance.violations(pdf)).isEmpty();
        assertThat(PdfText.structure(pdf)).contains("H1", "Figure", "Table", "TH", "TD");
    }

    @Test
    void bengali_isCopiedAsItIsSpelled() {
        var text = "বিশ্ববিদ্যালয় ক্ষেত্র প্রতিশ্রুতি কর্মক্ষমতা স্বাস্থ্য ৳১,২৩,৪৫৬.৭৮।";

        assertThat(PdfText.of(ENGINE.print(page("<p>" + text + "</p>")))).contains(text);
    }

    @Test
    void moreClustersThanAFontHolds_getAFontMore() {
        var text = new StringBuilder();
        for (char consonant = 'ক'; consonant <= 'ন'; consonant++) {
            for (char vowel = 'া'; vowel <= 'ৃ'; vowel++) {
                text.append(consonant)
                        .append('্')
                        .append(consonant)
                        .append(vowel)
                        .append(' ');
                text.append(consonant).append(vowel).append(' ');
            }
        }

        var copied = PdfText.of(ENGINE.print(page("<p>" + text + "</p>")));

        assertThat(copied.split("\\s+")).containsExactly(text.toString().split(" "));
    }

    @Test
    void lettersThatNoFontHas_areShownAsMissing() {
        assertThat(PdfText.of(ENGINE.print(page("<p>Ice ᐃᒡᓗ 冰 end</p>"))))
                .contains("Ice")
                .contains("end")
                .doesNotContain("ᐃ");
    }

    @Test
    void documentType_isRefused() {
        assertThatThrownBy(() -> ENGINE.print(
                        "<!DOCTYPE html [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>" + page("<p>&x;</p>")))
                .isInstanceOf(InvalidMarkupException.class);
        assertThatThrownBy(() -> ENGINE.print("<p>unclosed")).isInstanceOf(InvalidMarkupException.class);
    }

    @Test
    void whatTheDocumentNames_isNotFetched(@TempDir Path folder) throws IOException {
        var secret = Files.writeString(folder.resolve("secret.css"), "p::after { content: 'leaked' }");

        var pdf = ENGINE.print("""
            <html xmlns="http://www.w3.org/1999/xhtml" lang="en"><head><title>t</title>
            <link rel="stylesheet" href="%s"/><style>body { font-family: %s }</style></head>
            <body><p>text</p><img src="%s" alt="none"/></body></html>\
            """.formatted(secret.toUri(), PdfEngine.FAMILIES, secret.toUri()));

        assertThat(PdfText.of(pdf)).contains("text").doesNotContain("leaked");
        assertThat(new String(pdf, StandardCharsets.ISO_8859_1)).doesNotContain("/Subtype /Image");
    }

    private static String page(String body) {
        return """
            <html xmlns="http://www.w3.org/1999/xhtml" lang="en" xml:lang="en">
            <head><title>A report</title><meta name="subject" content="A report of a test"/>
            <style>body { font-family: %s; font-size: 10pt }</style></head>
            <body>%s</body></html>\
            """.formatted(PdfEngine.FAMILIES, body);
    }
}
