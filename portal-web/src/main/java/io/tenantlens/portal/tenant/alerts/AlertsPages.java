package io.tenantlens.portal.tenant.alerts;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import io.tenantlens.api.alert.AlertFilter;
import io.tenantlens.api.alert.Alerts;
import io.tenantlens.portal.htmx.HxRequest;
import io.tenantlens.portal.layout.Section;
import io.tenantlens.portal.layout.TenantVisit;
import io.tenantlens.portal.layout.Visits;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import org.jboss.resteasy.reactive.RestPath;

@Path("/t/{tenant}/alerts")
@Produces(MediaType.TEXT_HTML)
class AlertsPages {

    private static final int HISTORY_DAYS = 30;
    private static final int MOST = 200;

    private final Visits visits;
    private final Alerts alerts;

    @Inject
    AlertsPages(Visits visits, Alerts alerts) {
        this.visits = visits;
        this.alerts = alerts;
    }

    @CheckedTemplate(basePath = "tenant/alerts", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance alerts(AlertsPage page);

        static native TemplateInstance alerts$alerts(AlertsPage page);
    }

    /** The whole page, or the alerts alone when htmx refreshes them. */
    @GET
    @PermissionsAllowed("usage:read")
    public TemplateInstance alerts(@RestPath String tenant, @BeanParam HxRequest hx) {
        var page = page(visits.tenant(tenant, Section.ALERTS));
        return hx.wantsFragment() ? Templates.alerts$alerts(page) : Templates.alerts(page);
    }

    private AlertsPage page(TenantVisit visit) {
        var look = visit.look();
        var since = look.now().minus(Duration.ofDays(HISTORY_DAYS));
        var rows = alerts.find(visit.scope(), new AlertFilter(null, null, null, since, MOST));
        return new AlertsPage(
                visit.frame(),
                visit.path(),
                alerts.staleSince(visit.scope()).map(look::dayAndClock).orElse(null),
                rows.stream()
                        .filter(alert -> alert.isActive())
                        .map(alert -> AlertRow.of(alert, look))
                        .toList(),
                rows.stream()
                        .filter(alert -> !alert.isActive())
                        .map(alert -> AlertRow.of(alert, look))
                        .toList(),
                HISTORY_DAYS);
    }
}
