package io.tenantlens.portal.staff.report;

import io.tenantlens.portal.report.Words;
import java.util.List;

/** All tenants over the same days, the least budget first, as text of one language. */
public record StaffReport(Words words, String period, String made, List<String> summary, List<Row> rows) {

    /** A tenant; the state is good, warn, bad or none. */
    public record Row(
            String rank,
            String tenant,
            String tier,
            String promised,
            String availability,
            String left,
            String state,
            String result) {}

    public String language() {
        return words.language();
    }

    public String title() {
        return words.of("staff.title");
    }

    public String subject() {
        return words.of("staff.title") + ", " + period;
    }
}
