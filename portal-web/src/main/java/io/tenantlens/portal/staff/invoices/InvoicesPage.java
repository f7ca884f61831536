package io.tenantlens.portal.staff.invoices;

import io.tenantlens.portal.document.DocumentFacts;
import io.tenantlens.portal.layout.PageFrame;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Runs by month and the documents of all tenants.
 *
 * @param start the form that starts a run; null for those who may not
 * @param problem why what was asked for can not be done; null if nothing was refused
 */
public record InvoicesPage(
        PageFrame frame,
        @Nullable Start start,
        @Nullable String problem,
        List<RunCard> runs,
        Filters filters,
        List<Row> rows,
        @Nullable String first,
        @Nullable String next) {

    /** The month that a run is started for. */
    public record Start(String month, String latest) {}

    /** What the form of the list holds. */
    public record Filters(String text, String month, List<Option> states) {}

    /** A value of a filter. */
    public record Option(String value, String title, boolean chosen) {}

    /** A document. */
    public record Row(String href, String tenantHref, String tenant, DocumentFacts facts) {}
}
