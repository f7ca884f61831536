package io.tenantlens.portal.tenant.export;

import io.quarkus.security.PermissionsAllowed;
import io.tenantlens.api.access.Area;
import io.tenantlens.api.access.TenantAccess;
import io.tenantlens.api.billing.invoice.MonthInvoices;
import io.tenantlens.api.problem.Problems;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.time.DateTimeException;
import java.time.YearMonth;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/staff/exports")
@Produces("text/csv")
class MonthExports {

    private final TenantAccess access;
    private final MonthInvoices months;

    @Inject
    MonthExports(TenantAccess access, MonthInvoices months) {
        this.access = access;
        this.months = months;
    }

    /** The documents of a month of all tenants, drafts included. */
    @GET
    @Path("/invoices.csv")
    @PermissionsAllowed("billing:read")
    public RestResponse<String> ofMonth(@RestQuery @Nullable String month) {
        var scope = access.staff(Area.BILLING);
        return InvoiceCsv.heads("invoices-" + month(month) + ".csv", months.of(scope, month(month)))
                .download();
    }

    private static YearMonth month(@Nullable String sent) {
        try {
            return YearMonth.parse(sent == null ? "" : sent);
        } catch (DateTimeException e) {
            throw Problems.invalid("/month", "Name a month, for example month=2026-10.");
        }
    }
}
