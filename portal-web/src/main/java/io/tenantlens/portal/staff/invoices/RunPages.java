package io.tenantlens.portal.staff.invoices;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import io.tenantlens.api.access.Access;
import io.tenantlens.api.access.Area;
import io.tenantlens.api.access.StaffScope;
import io.tenantlens.api.billing.run.InvoiceRun;
import io.tenantlens.api.billing.run.InvoiceRuns;
import io.tenantlens.api.billing.run.RunRefusedException;
import io.tenantlens.portal.htmx.HxRequest;
import io.tenantlens.portal.layout.Section;
import io.tenantlens.portal.layout.StaffVisit;
import io.tenantlens.portal.layout.Visits;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.UUID;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

@Path("/staff/invoices/runs")
@Produces(MediaType.TEXT_HTML)
class RunPages {

    private final Visits visits;
    private final InvoiceRuns runs;
    private final InvoicesReader list;

    @Inject
    RunPages(Visits visits, InvoiceRuns runs, InvoicesReader list) {
        this.visits = visits;
        this.runs = runs;
        this.list = list;
    }

    @CheckedTemplate(basePath = "staff/invoices", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance run(RunPage page);

        static native TemplateInstance run$progress(RunPage page);
    }

    /** The whole page, or its progress alone while it goes on. */
    @GET
    @Path("/{run}")
    @PermissionsAllowed("billing:read")
    public TemplateInstance run(@RestPath UUID run, @BeanParam HxRequest hx) {
        var visit = visits.staff(Section.INVOICES);
        var page = page(visit, runs.get(visit.scope(), run), null);
        return hx.wantsFragment() ? Templates.run$progress(page) : Templates.run(page);
    }

    /** Computes a month; once it is issued, only for the tenants that its runs left out, if that is asked for. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PermissionsAllowed("billing:write")
    public RestResponse<String> start(@RestForm @Nullable String month, @RestForm @Nullable String remaining) {
        var visit = visits.staffToChange(Section.INVOICES);
        var chosen = InvoiceAddress.month(month);
        if (chosen == null) {
            return refused(visit, "Enter a month, for example 2026-10.");
        }
        if (!runs.hasEnded(chosen)) {
            return refused(visit, chosen + " has not ended in any time zone yet.");
        }
        var run = remaining == null ? runs.start(visit.scope(), chosen) : runs.startRemaining(visit.scope(), chosen);
        return goTo(run);
    }

    @POST
    @Path("/{run}/approve")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PermissionsAllowed("billing:write")
    public RestResponse<String> approve(@RestPath UUID run) {
        return step(run, scope -> runs.approve(scope, run));
    }

    @POST
    @Path("/{run}/issue")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PermissionsAllowed("billing:write")
    public RestResponse<String> issue(@RestPath UUID run) {
        return step(run, scope -> runs.issue(scope, run));
    }

    private RestResponse<String> step(UUID id, Function<StaffScope, InvoiceRun> step) {
        var visit = visits.staffToChange(Section.INVOICES);
        try {
            return goTo(step.apply(visit.scope()));
        } catch (RunRefusedException e) {
            var page = page(visit, runs.get(visit.scope(), id), e.getMessage());
            return ResponseBuilder.<String>create(InvoicePages.UNPROCESSABLE)
                    .entity(Templates.run(page).render())
                    .build();
        }
    }

    private RestResponse<String> refused(StaffVisit visit, String problem) {
        var page = list.read(visit, InvoiceAddress.of(InvoiceChoice.NONE), problem);
        return ResponseBuilder.<String>create(InvoicePages.UNPROCESSABLE)
                .entity(InvoicePages.Templates.invoices(page).render())
                .build();
    }

    private static RestResponse<String> goTo(InvoiceRun run) {
        return ResponseBuilder.<String>seeOther(URI.create(RunCards.path(run))).build();
    }

    private static RunPage page(StaffVisit visit, InvoiceRun run, @Nullable String problem) {
        var mayChange = visit.scope().may(Area.BILLING, Access.WRITE);
        var card = new RunCards(visit.look(), mayChange).of(run);
        return new RunPage(visit.frame().below(InvoiceAddress.PATH, "Run of " + card.month()), card, problem);
    }
}
