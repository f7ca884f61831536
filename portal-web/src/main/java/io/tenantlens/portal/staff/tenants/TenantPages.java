package io.tenantlens.portal.staff.tenants;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import io.tenantlens.api.access.Access;
import io.tenantlens.api.access.Area;
import io.tenantlens.api.access.TenantAccess;
import io.tenantlens.api.directory.TenantActivity;
import io.tenantlens.api.directory.TenantDirectory;
import io.tenantlens.cost.tenant.TenantId;
import io.tenantlens.portal.htmx.HxRequest;
import io.tenantlens.portal.layout.Section;
import io.tenantlens.portal.layout.StaffVisit;
import io.tenantlens.portal.layout.Visits;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestPath;

@Path("/staff/tenants")
@Produces(MediaType.TEXT_HTML)
class TenantPages {

    private final Visits visits;
    private final TenantListReader reader;
    private final TenantDirectory directory;

    @Inject
    TenantPages(Visits visits, TenantListReader reader, TenantDirectory directory) {
        this.visits = visits;
        this.reader = reader;
        this.directory = directory;
    }

    @CheckedTemplate(basePath = "staff/tenants", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance tenantList(TenantListPage page);

        static native TemplateInstance tenantList$rows(TenantListPage page);

        static native TemplateInstance summary(TenantSummaryPage page);
    }

    /** The whole page, or the rows alone while one types into the search. */
    @GET
    @PermissionsAllowed("tenants:read")
    public TemplateInstance list(@BeanParam TenantChoice choice, @BeanParam HxRequest hx) {
        var page = reader.read(visits.staff(Section.TENANTS), ListAddress.of(choice));
        return hx.wantsFragment() ? Templates.tenantList$rows(page) : Templates.tenantList(page);
    }

    @GET
    @Path("/{tenant}")
    @PermissionsAllowed("tenants:read")
    public TemplateInstance summary(@RestPath String tenant) {
        var visit = visits.staff(Section.TENANTS);
        var found = TenantId.ofShop(tenant)
                .flatMap(id -> directory.find(visit.scope(), id))
                .orElseThrow(TenantAccess::noSuchTenant);
        return Templates.summary(
                page(visits.staff(Section.TENANTS, found.tenant().name()), found));
    }

    private static TenantSummaryPage page(StaffVisit visit, TenantActivity found) {
        var tenant = found.tenant();
        return new TenantSummaryPage(
                visit.frame(),
                TenantListReader.row(found, visit.look()),
                tenant.plan(),
                tenant.currency().getCurrencyCode(),
                tenant.timeZone().getId(),
                tenant.locale().toLanguageTag(),
                tenant.churnedOn() == null ? null : visit.look().day(tenant.churnedOn()),
                visit.scope().may(Area.USAGE, Access.READ) ? "/t/" + tenant.id() : null);
    }
}
