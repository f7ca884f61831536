package io.tenantlens.portal.tenant.usage;

import io.tenantlens.portal.csv.CsvFile;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** The points of a meter as CSV: plain numbers and RFC 3339 times, so that programs read it as people do. */
final class UsageCsv {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ISO_OFFSET_DATE_TIME;

    private UsageCsv() {}

    static CsvFile of(String name, MeterDetail detail) {
        var head = new ArrayList<>(List.of("start", "end"));
        if (detail.groupBy() != null) {
            head.add(CsvFile.safe(detail.groupBy()));
        }
        head.addAll(List.of("meter", "quantity", "unit"));
        var file = new CsvFile(name, head.toArray(String[]::new));
        for (var point : detail.points()) {
            var row = new ArrayList<String>();
            row.add(TIME.format(point.start().atZone(detail.look().zone())));
            row.add(TIME.format(point.end().atZone(detail.look().zone())));
            if (detail.groupBy() != null) {
                row.add(CsvFile.safe(point.group().getOrDefault(detail.groupBy(), "")));
            }
            row.add(detail.meter().key().value());
            row.add(point.value().toPlainString());
            row.add(detail.meter().unit());
            file.add(row);
        }
        return file;
    }
}
