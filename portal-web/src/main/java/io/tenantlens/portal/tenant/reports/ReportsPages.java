package io.tenantlens.portal.tenant.reports;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import io.tenantlens.portal.layout.Section;
import io.tenantlens.portal.layout.TenantVisit;
import io.tenantlens.portal.layout.Visits;
import io.tenantlens.sla.report.Subscriptions;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

@Path("/t/{tenant}/reports")
@Produces(MediaType.TEXT_HTML)
class ReportsPages {

    private static final int UNPROCESSABLE = 422;

    private final Visits visits;
    private final Subscriptions subscriptions;
    private final ReportsReader reader;

    @Inject
    ReportsPages(Visits visits, Subscriptions subscriptions, ReportsReader reader) {
        this.visits = visits;
        this.subscriptions = subscriptions;
        this.reader = reader;
    }

    @CheckedTemplate(basePath = "tenant/reports", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance reports(ReportsPage page);
    }

    @GET
    @PermissionsAllowed("settings:read")
    public TemplateInstance reports(@RestPath String tenant) {
        var visit = visits.tenant(tenant, Section.REPORTS);
        return Templates.reports(reader.read(visit, unfilled(visit), null));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PermissionsAllowed("settings:write")
    public RestResponse<String> subscribe(
            @RestPath String tenant,
            @RestForm @Nullable String recipients,
            @RestForm @Nullable String cadence,
            @RestForm @Nullable String hour,
            @RestForm @Nullable String language) {
        var visit = visits.tenantToChange(tenant, Section.REPORTS);
        var form = SubscriptionForm.of(recipients, cadence, hour, language);
        var read = form.read();
        if (read.subscription() == null) {
            return refused(visit, form.with(read.errors()), null);
        }
        return subscriptions.add(visit.scope(), read.subscription()).isPresent()
                ? done(visit)
                : refused(
                        visit,
                        form,
                        "This shop has " + Subscriptions.MOST + " subscriptions, the most it can have. End one first.");
    }

    @POST
    @Path("/{subscription}/send")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PermissionsAllowed("settings:write")
    public RestResponse<String> send(@RestPath String tenant, @RestPath UUID subscription) {
        var visit = visits.tenantToChange(tenant, Section.REPORTS);
        return switch (subscriptions.sendNow(visit.scope(), subscription)) {
            case SENT -> done(visit);
            case NO_SUCH_SUBSCRIPTION -> throw noSuchSubscription();
            case NOBODY_LEFT -> refused(visit, unfilled(visit), "Every recipient has unsubscribed: nothing was sent.");
            case TOO_MANY ->
                refused(
                        visit,
                        unfilled(visit),
                        Subscriptions.MOST_BY_HAND
                                + " reports were sent by hand within the hour: nothing was sent. Try again later.");
        };
    }

    @POST
    @Path("/{subscription}/end")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PermissionsAllowed("settings:write")
    public RestResponse<String> end(@RestPath String tenant, @RestPath UUID subscription) {
        var visit = visits.tenantToChange(tenant, Section.REPORTS);
        if (!subscriptions.end(visit.scope(), subscription)) {
            throw noSuchSubscription();
        }
        return done(visit);
    }

    private static NotFoundException noSuchSubscription() {
        return new NotFoundException("There is no such subscription.");
    }

    private static SubscriptionForm unfilled(TenantVisit visit) {
        return SubscriptionForm.empty(visit.tenant().locale().getLanguage().equals("bn") ? "bn" : "en");
    }

    private static RestResponse<String> done(TenantVisit visit) {
        return ResponseBuilder.<String>seeOther(URI.create(visit.path() + "/reports"))
                .build();
    }

    private RestResponse<String> refused(TenantVisit visit, SubscriptionForm form, @Nullable String refusal) {
        return ResponseBuilder.<String>create(UNPROCESSABLE)
                .entity(Templates.reports(reader.read(visit, form, refusal)).render())
                .build();
    }
}
