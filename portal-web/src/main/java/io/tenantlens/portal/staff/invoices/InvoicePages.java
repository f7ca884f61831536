package io.tenantlens.portal.staff.invoices;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import io.tenantlens.api.billing.ledger.InvoiceLedger;
import io.tenantlens.api.billing.ledger.LedgerRefusedException;
import io.tenantlens.cost.tenant.TenantId;
import io.tenantlens.portal.htmx.HxRequest;
import io.tenantlens.portal.layout.Section;
import io.tenantlens.portal.layout.Visits;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

@Path("/staff/invoices")
@Produces(MediaType.TEXT_HTML)
class InvoicePages {

    static final int UNPROCESSABLE = 422;

    private static final int LONGEST_REASON = 500;

    private final Visits visits;
    private final InvoicesReader list;
    private final DocumentReader documents;
    private final InvoiceLedger ledger;

    @Inject
    InvoicePages(Visits visits, InvoicesReader list, DocumentReader documents, InvoiceLedger ledger) {
        this.visits = visits;
        this.list = list;
        this.documents = documents;
        this.ledger = ledger;
    }

    @CheckedTemplate(basePath = "staff/invoices", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance invoices(InvoicesPage page);

        static native TemplateInstance invoices$rows(InvoicesPage page);

        static native TemplateInstance document(DocumentPage page);
    }

    /** The whole page, or the rows alone while one types into the search. */
    @GET
    @PermissionsAllowed("billing:read")
    public TemplateInstance list(@BeanParam InvoiceChoice choice, @BeanParam HxRequest hx) {
        var page = list.read(visits.staff(Section.INVOICES), InvoiceAddress.of(choice), null);
        return hx.wantsFragment() ? Templates.invoices$rows(page) : Templates.invoices(page);
    }

    @GET
    @Path("/documents/{tenant}/{invoiceId}")
    @PermissionsAllowed("billing:read")
    public TemplateInstance document(@RestPath String tenant, @RestPath String invoiceId) {
        return Templates.document(documents.read(visits.staff(Section.INVOICES), shop(tenant), invoiceId, "", null));
    }

    @POST
    @Path("/documents/{tenant}/{invoiceId}/paid")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PermissionsAllowed("billing:write")
    public RestResponse<String> paid(@RestPath String tenant, @RestPath String invoiceId) {
        return settled(tenant, invoiceId, "", () -> {
            ledger.markPaid(visits.staffToChange(Section.INVOICES).scope(), shop(tenant), invoiceId);
            return invoiceId;
        });
    }

    @POST
    @Path("/documents/{tenant}/{invoiceId}/void")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PermissionsAllowed("billing:write")
    public RestResponse<String> takeBack(
            @RestPath String tenant, @RestPath String invoiceId, @RestForm @Nullable String reason) {
        var why = reason == null ? "" : reason.strip();
        if (why.isEmpty() || why.length() > LONGEST_REASON) {
            return refused(tenant, invoiceId, why, "Enter why it is taken back, in 1 to 500 characters.");
        }
        return settled(
                tenant,
                invoiceId,
                why,
                () -> ledger.takeBack(visits.staffToChange(Section.INVOICES).scope(), shop(tenant), invoiceId, why));
    }

    /** @param settlement answers the id of the document to look at next */
    private RestResponse<String> settled(String tenant, String invoiceId, String reason, Supplier<String> settlement) {
        try {
            var next = settlement.get();
            return ResponseBuilder.<String>seeOther(
                            URI.create(InvoiceAddress.PATH + "/documents/" + tenant + "/" + next))
                    .build();
        } catch (LedgerRefusedException e) {
            return refused(tenant, invoiceId, reason, e.getMessage());
        }
    }

    private RestResponse<String> refused(String tenant, String invoiceId, String reason, @Nullable String problem) {
        var visit = visits.staffToChange(Section.INVOICES);
        return ResponseBuilder.<String>create(UNPROCESSABLE)
                .entity(Templates.document(documents.read(visit, shop(tenant), invoiceId, reason, problem))
                        .render())
                .build();
    }

    private static TenantId shop(String tenant) {
        return TenantId.ofShop(tenant).orElseThrow(() -> new NotFoundException("There is no such invoice."));
    }
}
