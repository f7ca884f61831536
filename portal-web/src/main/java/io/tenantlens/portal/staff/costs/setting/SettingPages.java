package io.tenantlens.portal.staff.costs.setting;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import io.tenantlens.api.access.Access;
import io.tenantlens.api.access.Area;
import io.tenantlens.api.access.TenantAccess;
import io.tenantlens.api.cost.setting.UnitCosts;
import io.tenantlens.portal.layout.Section;
import io.tenantlens.portal.layout.StaffVisit;
import io.tenantlens.portal.layout.Visits;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

@Path("/staff/costs/settings")
@Produces(MediaType.TEXT_HTML)
class SettingPages {

    private static final String PATH = "/staff/costs/settings";
    private static final String TITLE = "Unit costs and bills";
    private static final int UNPROCESSABLE = 422;

    private final TenantAccess access;
    private final Visits visits;
    private final SettingReader reader;
    private final UnitCosts unitCosts;

    @Inject
    SettingPages(TenantAccess access, Visits visits, SettingReader reader, UnitCosts unitCosts) {
        this.access = access;
        this.visits = visits;
        this.reader = reader;
        this.unitCosts = unitCosts;
    }

    @CheckedTemplate(basePath = "staff/costs/setting", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance settings(SettingPage page);
    }

    @GET
    @PermissionsAllowed("costs:read")
    public TemplateInstance settings() {
        return Templates.settings(reader.read(visits.staff(Section.COSTS, TITLE), null));
    }

    @POST
    @Path("/unit-costs")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PermissionsAllowed("billing:write")
    public RestResponse<String> change(
            @RestForm @Nullable String key, @RestForm @Nullable String amount, @RestForm @Nullable String validFrom) {
        var scope = access.staff(Area.BILLING, Access.WRITE);
        var visit = visits.staff(Section.COSTS, TITLE);
        var form = UnitCostForm.sent(key, amount, validFrom, visit.look().today());
        if (!form.isValid()) {
            return refused(visit, form);
        }
        return switch (unitCosts.change(
                scope, form.key(), LocalDate.parse(form.validFrom()), new BigDecimal(form.amount()))) {
            case MADE -> ResponseBuilder.<String>seeOther(URI.create(PATH)).build();
            case UNKNOWN -> refused(visit, form.refused("key", "Choose what gets a new price."));
            case TAKEN ->
                refused(
                        visit,
                        form.refused("validFrom", "A price is valid from this day already: choose a later one."));
        };
    }

    private RestResponse<String> refused(StaffVisit visit, UnitCostForm form) {
        return ResponseBuilder.<String>create(UNPROCESSABLE)
                .entity(Templates.settings(reader.read(visit, form)).render())
                .build();
    }
}
