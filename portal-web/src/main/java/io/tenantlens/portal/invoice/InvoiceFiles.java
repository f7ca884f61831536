package io.tenantlens.portal.invoice;

import io.tenantlens.api.access.Access;
import io.tenantlens.api.access.Area;
import io.tenantlens.api.access.TenantAccess;
import io.tenantlens.api.billing.invoice.InvoiceHead;
import io.tenantlens.api.billing.invoice.Invoices;
import io.tenantlens.api.directory.Tenants;
import io.tenantlens.portal.report.ReportLanguage;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** Finds a document for whoever may read it and answers it as a file. */
@Singleton
class InvoiceFiles {

    private final TenantAccess access;
    private final Invoices invoices;
    private final Tenants tenants;
    private final InvoicePrinter printer;

    @Inject
    InvoiceFiles(TenantAccess access, Invoices invoices, Tenants tenants, InvoicePrinter printer) {
        this.access = access;
        this.invoices = invoices;
        this.tenants = tenants;
        this.printer = printer;
    }

    /** In the shop's language unless asked otherwise. */
    RestResponse<byte[]> file(String tenant, String invoiceId, @Nullable String language) {
        var scope = access.tenant(tenant, Area.BILLS, Access.READ);
        var invoice =
                invoices.find(scope, invoiceId).orElseThrow(() -> new NotFoundException("There is no such invoice."));
        var locale = ReportLanguage.of(language, tenants.of(scope).locale());
        return ResponseBuilder.ok(printer.print(invoice, locale))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name(invoice.head()) + ".pdf\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    /** The number where it has one; numbers have a prefix of the installation's own. */
    private static String name(InvoiceHead head) {
        var number = head.number();
        return (number == null ? head.id() : number).replaceAll("[^A-Za-z0-9._-]", "-");
    }
}
