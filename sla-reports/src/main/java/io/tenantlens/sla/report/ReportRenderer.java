package io.tenantlens.sla.report;

import io.tenantlens.api.access.TenantScope;
import io.tenantlens.cost.time.DateRange;
import java.util.Locale;

/** Makes the report of some days, for one reader's language. The same figures as the page of the service level. */
public interface ReportRenderer {

    /** Days without data are said to have none; they are no reason to fail. */
    RenderedReport render(TenantScope scope, DateRange days, Locale language);

    /** The words around the report in its mail. */
    MailWords mailWords(Locale language);

    /**
     * What a mail says beside the report.
     *
     * @param attached that the report is attached
     * @param stop leads to the address that ends it
     * @param page leads to the page with the same figures
     */
    record MailWords(String attached, String stop, String page) {}
}
