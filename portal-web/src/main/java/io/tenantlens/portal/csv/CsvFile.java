package io.tenantlens.portal.csv;

import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** A table that is downloaded: a head, and rows of as many cells. */
public final class CsvFile {

    private final String name;
    private final List<List<String>> rows = new ArrayList<>();

    public CsvFile(String name, String... head) {
        this.name = name;
        rows.add(List.of(head));
    }

    /** Cells of people's text are to be made {@link #safe} first; numbers and times are written as they are. */
    public void add(List<String> row) {
        rows.add(List.copyOf(row));
    }

    /** Spreadsheets run a cell that starts like a formula; a leading apostrophe makes it text. */
    public static String safe(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    public RestResponse<String> download() {
        return ResponseBuilder.ok(text())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private String text() {
        var out = new StringBuilder();
        try (var csv = new CSVPrinter(out, CSVFormat.RFC4180)) {
            csv.printRecords(rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }
}
