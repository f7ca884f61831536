package io.tenantlens.portal.tenant.usage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** The points of a meter as CSV: plain numbers and RFC 3339 times, so that programs read it as people do. */
final class UsageCsv {

    private static final CSVFormat FORMAT = CSVFormat.RFC4180;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ISO_OFFSET_DATE_TIME;

    private UsageCsv() {}

    static String of(MeterDetail detail) {
        var out = new StringBuilder();
        try (var csv = new CSVPrinter(out, FORMAT)) {
            var head = new ArrayList<>(List.of("start", "end"));
            if (detail.groupBy() != null) {
                head.add(safe(detail.groupBy()));
            }
            head.addAll(List.of("meter", "quantity", "unit"));
            csv.printRecord(head);
            for (var point : detail.points()) {
                var row = new ArrayList<String>();
                row.add(TIME.format(point.start().atZone(detail.look().zone())));
                row.add(TIME.format(point.end().atZone(detail.look().zone())));
                if (detail.groupBy() != null) {
                    row.add(safe(point.group().getOrDefault(detail.groupBy(), "")));
                }
                row.add(detail.meter().key().value());
                row.add(point.value().toPlainString());
                row.add(detail.meter().unit());
                csv.printRecord(row);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    /** Spreadsheets run a cell that starts like a formula; a leading apostrophe makes it text. */
    static String safe(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
