package io.tenantlens.portal.tenant.bills;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import io.tenantlens.portal.htmx.HxRequest;
import io.tenantlens.portal.layout.Section;
import io.tenantlens.portal.layout.Visits;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

@Path("/t/{tenant}/bills")
@Produces(MediaType.TEXT_HTML)
class BillPages {

    private final Visits visits;
    private final BillReader bills;
    private final InvoiceReader reader;

    @Inject
    BillPages(Visits visits, BillReader bills, InvoiceReader reader) {
        this.visits = visits;
        this.bills = bills;
        this.reader = reader;
    }

    @CheckedTemplate(basePath = "tenant/bills", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance bill(BillPage page);

        static native TemplateInstance invoice(InvoicePage page);

        static native TemplateInstance invoice$explanation(InvoicePage page);
    }

    @GET
    @PermissionsAllowed("bills:read")
    public TemplateInstance bill(@RestPath String tenant) {
        return Templates.bill(bills.read(visits.tenant(tenant, Section.BILLS)));
    }

    /** One invoice, with one of its lines explained; htmx gets the explanation alone. */
    @GET
    @Path("/{invoiceId}")
    @PermissionsAllowed("bills:read")
    public TemplateInstance invoice(
            @RestPath String tenant,
            @RestPath String invoiceId,
            @RestQuery @Nullable String line,
            @BeanParam HxRequest hx) {
        var visit = visits.tenant(tenant, Section.BILLS);
        var page = reader.read(visit, invoiceId, line);
        return hx.wantsFragment() ? Templates.invoice$explanation(page) : Templates.invoice(page);
    }
}
