package io.tenantlens.portal.staff.costs.tenant;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import io.tenantlens.api.access.Access;
import io.tenantlens.api.access.Area;
import io.tenantlens.api.access.TenantAccess;
import io.tenantlens.api.cost.budget.CostBudgets;
import io.tenantlens.api.directory.Tenant;
import io.tenantlens.api.directory.Tenants;
import io.tenantlens.portal.htmx.HxRequest;
import io.tenantlens.portal.layout.Section;
import io.tenantlens.portal.layout.Visits;
import io.tenantlens.portal.range.ChosenRange;
import io.tenantlens.portal.range.RangeParameters;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.time.YearMonth;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

@Path("/staff/costs/tenants/{tenant}")
@Produces(MediaType.TEXT_HTML)
class TenantCostPages {

    private static final int UNPROCESSABLE = 422;

    private final TenantAccess access;
    private final Tenants tenants;
    private final Visits visits;
    private final TenantCostReader reader;
    private final CostBudgets budgets;

    @Inject
    TenantCostPages(TenantAccess access, Tenants tenants, Visits visits, TenantCostReader reader, CostBudgets budgets) {
        this.access = access;
        this.tenants = tenants;
        this.visits = visits;
        this.reader = reader;
        this.budgets = budgets;
    }

    @CheckedTemplate(basePath = "staff/costs/tenant", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance tenantCost(TenantCostPage page);

        static native TemplateInstance tenantCost$cost(TenantCostPage page);
    }

    @GET
    @PermissionsAllowed("costs:read")
    public TemplateInstance cost(@RestPath String tenant, @BeanParam RangeParameters range, @BeanParam HxRequest hx) {
        var page = page(entered(tenant), range, null);
        return hx.wantsFragment() ? Templates.tenantCost$cost(page) : Templates.tenantCost(page);
    }

    @POST
    @Path("/budget")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PermissionsAllowed("billing:write")
    public RestResponse<String> budget(@RestPath String tenant, @RestForm @Nullable String amount) {
        var scope = access.staff(Area.BILLING, Access.WRITE);
        var found = entered(tenant);
        var form = BudgetForm.sent(amount);
        if (!form.isValid()) {
            return ResponseBuilder.<String>create(UNPROCESSABLE)
                    .entity(Templates.tenantCost(page(found, new RangeParameters(null, null, null), form))
                            .render())
                    .build();
        }
        var month = YearMonth.from(visits.staff(Section.COSTS).look().today());
        budgets.set(scope, found.id(), month, form.budget());
        return ResponseBuilder.<String>seeOther(URI.create(TenantCostReader.path(tenant)))
                .build();
    }

    /** The visit to one tenant is recorded; a tenant that does not exist is not found. */
    private Tenant entered(String slug) {
        return tenants.of(access.tenant(slug, Area.COSTS, Access.READ));
    }

    private TenantCostPage page(Tenant tenant, RangeParameters range, @Nullable BudgetForm sent) {
        var visit = visits.staff(Section.COSTS, tenant.name());
        return reader.read(visit, tenant, ChosenRange.of(range, visit.look().today()), sent);
    }
}
