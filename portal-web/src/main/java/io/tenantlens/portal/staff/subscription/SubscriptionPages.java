package io.tenantlens.portal.staff.subscription;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import io.tenantlens.api.access.TenantAccess;
import io.tenantlens.api.billing.subscription.SubscriptionRefusedException;
import io.tenantlens.api.billing.subscription.Subscriptions;
import io.tenantlens.api.directory.Tenant;
import io.tenantlens.api.directory.TenantActivity;
import io.tenantlens.api.directory.TenantDirectory;
import io.tenantlens.cost.tenant.TenantId;
import io.tenantlens.portal.layout.Section;
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
import java.util.Map;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

@Path("/staff/tenants/{tenant}/subscription")
@Produces(MediaType.TEXT_HTML)
class SubscriptionPages {

    private static final int UNPROCESSABLE = 422;

    private final Visits visits;
    private final TenantDirectory directory;
    private final Subscriptions subscriptions;
    private final SubscriptionReader reader;

    @Inject
    SubscriptionPages(
            Visits visits, TenantDirectory directory, Subscriptions subscriptions, SubscriptionReader reader) {
        this.visits = visits;
        this.directory = directory;
        this.subscriptions = subscriptions;
        this.reader = reader;
    }

    @CheckedTemplate(basePath = "staff/subscription", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance subscription(SubscriptionPage page);
    }

    static String path(String tenant) {
        return "/staff/tenants/" + tenant + "/subscription";
    }

    @GET
    @PermissionsAllowed("tenants:read")
    public TemplateInstance subscription(@RestPath String tenant) {
        var found = find(tenant);
        return Templates.subscription(
                reader.read(visits.staff(Section.TENANTS, title(found)), found, SubscriptionForm.EMPTY, null));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PermissionsAllowed("tenants:write")
    public RestResponse<String> change(@RestPath String tenant, @BeanParam SubscriptionForm form) {
        var scope = visits.staffToChange(Section.TENANTS).scope();
        var found = find(tenant);
        var wish = form.wish();
        if (wish.isEmpty()) {
            return refused(found, form, form.problem());
        }
        try {
            subscriptions.change(scope, found.id(), wish.get());
            return ResponseBuilder.<String>seeOther(URI.create(path(tenant))).build();
        } catch (SubscriptionRefusedException e) {
            return refused(found, form, Map.entry(e.field(), String.valueOf(e.getMessage())));
        }
    }

    private RestResponse<String> refused(Tenant tenant, SubscriptionForm form, Map.Entry<String, String> problem) {
        var visit = visits.staff(Section.TENANTS, title(tenant));
        return ResponseBuilder.<String>create(UNPROCESSABLE)
                .entity(Templates.subscription(reader.read(visit, tenant, form, problem))
                        .render())
                .build();
    }

    private Tenant find(String tenant) {
        var scope = visits.staff(Section.TENANTS).scope();
        return TenantId.ofShop(tenant)
                .flatMap(id -> directory.find(scope, id))
                .map(TenantActivity::tenant)
                .orElseThrow(TenantAccess::noSuchTenant);
    }

    private static String title(Tenant tenant) {
        return "Subscription of " + tenant.name();
    }
}
