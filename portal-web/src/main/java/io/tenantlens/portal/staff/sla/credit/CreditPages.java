package io.tenantlens.portal.staff.sla.credit;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import io.tenantlens.api.access.Access;
import io.tenantlens.api.access.StaffScope;
import io.tenantlens.api.problem.FieldError;
import io.tenantlens.cost.tenant.TenantId;
import io.tenantlens.portal.layout.Section;
import io.tenantlens.portal.layout.StaffVisit;
import io.tenantlens.portal.layout.Visits;
import io.tenantlens.portal.staff.sla.SentForm;
import io.tenantlens.portal.staff.sla.SlaTab;
import io.tenantlens.sla.claim.CreditClaim;
import io.tenantlens.sla.claim.CreditClaims;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

@Path("/staff/sla/credits")
@Produces(MediaType.TEXT_HTML)
class CreditPages {

    private static final int UNPROCESSABLE = 422;

    private final Visits visits;
    private final CreditClaims claims;
    private final CreditReader reader;

    @Inject
    CreditPages(Visits visits, CreditClaims claims, CreditReader reader) {
        this.visits = visits;
        this.claims = claims;
        this.reader = reader;
    }

    @CheckedTemplate(basePath = "staff/sla", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance credits(CreditListPage page);

        static native TemplateInstance credit(CreditPage page);
    }

    @GET
    @PermissionsAllowed("billing:read")
    public TemplateInstance list() {
        return Templates.credits(reader.list(visit(Access.READ)));
    }

    @GET
    @Path("/{tenant}/{month}")
    @PermissionsAllowed("billing:read")
    public TemplateInstance claim(@RestPath String tenant, @RestPath String month) {
        var visit = visit(Access.READ);
        return Templates.credit(reader.read(visit, find(visit.scope(), tenant, month), null));
    }

    /** Books the credit for the next invoice. */
    @POST
    @Path("/{tenant}/{month}/approve")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PermissionsAllowed("billing:write")
    public RestResponse<String> approve(
            @RestPath String tenant,
            @RestPath String month,
            @RestForm @Nullable String bill,
            @RestForm @Nullable String note) {
        var visit = visit(Access.WRITE);
        var claim = find(visit.scope(), tenant, month);
        var form = new SentForm(Map.of("bill", text(bill), "note", text(note)));
        return answer(
                visit,
                claim,
                form,
                claims.approve(visit.scope(), claim.tenant(), claim.month(), form.value("bill"), form.value("note")));
    }

    @POST
    @Path("/{tenant}/{month}/decline")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PermissionsAllowed("billing:write")
    public RestResponse<String> decline(
            @RestPath String tenant, @RestPath String month, @RestForm @Nullable String reason) {
        var visit = visit(Access.WRITE);
        var claim = find(visit.scope(), tenant, month);
        var form = new SentForm(Map.of("reason", text(reason)));
        var errors = claims.decline(visit.scope(), claim.tenant(), claim.month(), form.value("reason")).stream()
                .map(error -> error.pointer().equals("/note") ? new FieldError("/reason", error.detail()) : error)
                .toList();
        return answer(visit, claim, form, errors);
    }

    private RestResponse<String> answer(StaffVisit visit, CreditClaim claim, SentForm form, List<FieldError> errors) {
        if (errors.isEmpty() || errors.getFirst().pointer().equals("/claim")) {
            return ResponseBuilder.<String>seeOther(URI.create(CreditReader.path(claim)))
                    .build();
        }
        return ResponseBuilder.<String>create(UNPROCESSABLE)
                .entity(Templates.credit(reader.read(visit, claim, form.with(errors)))
                        .render())
                .build();
    }

    private CreditClaim find(StaffScope scope, String tenant, String month) {
        return TenantId.ofShop(tenant)
                .flatMap(id -> month(month).flatMap(parsed -> claims.find(scope, id, parsed)))
                .orElseThrow(() -> new NotFoundException("There is no such claim."));
    }

    private static Optional<YearMonth> month(String text) {
        try {
            return Optional.of(YearMonth.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private StaffVisit visit(Access needed) {
        return visits.staff(Section.SERVICE_LEVELS, SlaTab.CREDITS.title(), SlaTab.CREDITS.area(), needed);
    }

    private static String text(@Nullable String sent) {
        return sent == null ? "" : sent.strip();
    }
}
