package io.tenantlens.portal.staff.alerts;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import io.tenantlens.api.access.Access;
import io.tenantlens.api.access.Area;
import io.tenantlens.api.access.TenantAccess;
import io.tenantlens.api.alert.Alerts;
import io.tenantlens.api.alert.StoredAlert;
import io.tenantlens.api.alert.intake.DeadLetters;
import io.tenantlens.portal.htmx.HxRequest;
import io.tenantlens.portal.layout.Section;
import io.tenantlens.portal.layout.Visits;
import io.tenantlens.portal.staff.alerts.AlertPage.SilenceForm;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

@Path("/staff/alerts")
@Produces(MediaType.TEXT_HTML)
class AlertsPages {

    private static final URI HOME = URI.create("/staff/alerts");
    private static final int UNPROCESSABLE = 422;

    private final Visits visits;
    private final TenantAccess access;
    private final AlertsReader reader;
    private final AlertReader one;
    private final Alerts alerts;
    private final SilenceRequests silences;
    private final DeadLetters letters;

    @Inject
    AlertsPages(
            Visits visits,
            TenantAccess access,
            AlertsReader reader,
            AlertReader one,
            Alerts alerts,
            SilenceRequests silences,
            DeadLetters letters) {
        this.visits = visits;
        this.access = access;
        this.reader = reader;
        this.one = one;
        this.alerts = alerts;
        this.silences = silences;
        this.letters = letters;
    }

    @CheckedTemplate(basePath = "staff/alerts", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance alerts(AlertsPage page);

        static native TemplateInstance now(AlertsNow now);

        static native TemplateInstance alert(AlertPage page);
    }

    /** The whole page, or what is on alone when htmx refreshes it. */
    @GET
    @PermissionsAllowed("usage:read")
    public TemplateInstance alerts(@BeanParam HxRequest hx) {
        var visit = visits.staff(Section.STAFF_ALERTS);
        return hx.wantsFragment() ? Templates.now(reader.now(visit)) : Templates.alerts(reader.read(visit));
    }

    @GET
    @Path("/{alert}")
    @PermissionsAllowed("usage:read")
    public TemplateInstance alert(@RestPath UUID alert) {
        return page(alert, SilenceForm.EMPTY);
    }

    /** Holds back what has the labels of this alert. */
    @POST
    @Path("/{alert}/silence")
    @PermissionsAllowed("objectives:write")
    public Response silence(@RestPath UUID alert, @RestForm @Nullable String hours, @RestForm @Nullable String reason) {
        var scope = access.staff(Area.OBJECTIVES, Access.WRITE);
        var errors = silences.create(scope, find(alert), hours, reason);
        if (errors.isEmpty()) {
            return Response.seeOther(HOME).build();
        }
        var form = new SilenceForm(hours == null ? "" : hours, reason == null ? "" : reason, errors);
        return Response.status(UNPROCESSABLE).entity(page(alert, form)).build();
    }

    @POST
    @Path("/silences/{silence}/expire")
    @PermissionsAllowed("objectives:write")
    public Response expire(@RestPath UUID silence) {
        silences.expire(access.staff(Area.OBJECTIVES, Access.WRITE), silence);
        return Response.seeOther(HOME).build();
    }

    @POST
    @Path("/letters/{letter}/replay")
    @PermissionsAllowed("objectives:write")
    public Response replay(@RestPath UUID letter) {
        var taken = letters.replay(access.staff(Area.OBJECTIVES, Access.WRITE), letter);
        return taken.map(_ -> Response.seeOther(HOME).build()).orElseThrow(AlertsPages::noSuchLetter);
    }

    @POST
    @Path("/letters/{letter}/discard")
    @PermissionsAllowed("objectives:write")
    public Response discard(@RestPath UUID letter) {
        if (!letters.discard(access.staff(Area.OBJECTIVES, Access.WRITE), letter)) {
            throw noSuchLetter();
        }
        return Response.seeOther(HOME).build();
    }

    private TemplateInstance page(UUID id, SilenceForm form) {
        var alert = find(id);
        return Templates.alert(one.read(visits.staff(Section.STAFF_ALERTS, alert.name()), alert, form));
    }

    private StoredAlert find(UUID id) {
        return alerts.find(access.staff(Area.USAGE), id)
                .orElseThrow(() -> new NotFoundException("There is no such alert."));
    }

    private static NotFoundException noSuchLetter() {
        return new NotFoundException("There is no such letter, or it is settled.");
    }
}
