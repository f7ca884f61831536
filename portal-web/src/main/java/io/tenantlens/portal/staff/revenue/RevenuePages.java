package io.tenantlens.portal.staff.revenue;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import io.tenantlens.portal.csv.CsvFile;
import io.tenantlens.portal.htmx.HxRequest;
import io.tenantlens.portal.layout.Section;
import io.tenantlens.portal.layout.Visits;
import io.tenantlens.portal.range.ChosenRange;
import io.tenantlens.portal.range.RangeParameters;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/staff")
class RevenuePages {

    private final Visits visits;
    private final RevenueReader reader;

    @Inject
    RevenuePages(Visits visits, RevenueReader reader) {
        this.visits = visits;
        this.reader = reader;
    }

    @CheckedTemplate(basePath = "staff/revenue", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance revenue(RevenuePage page);

        static native TemplateInstance revenue$revenue(RevenuePage page);
    }

    /** The whole page, or its content when htmx changes the range or the order. */
    @GET
    @Path("/revenue")
    @Produces(MediaType.TEXT_HTML)
    @PermissionsAllowed("costs:read")
    public TemplateInstance revenue(
            @BeanParam RangeParameters range, @BeanParam RevenueChoice choice, @BeanParam HxRequest hx) {
        var visit = visits.staff(Section.REVENUE);
        var page = reader.read(visit, ChosenRange.of(range, visit.look().today()), choice);
        return hx.wantsFragment() ? Templates.revenue$revenue(page) : Templates.revenue(page);
    }

    @GET
    @Path("/revenue.csv")
    @Produces("text/csv")
    @PermissionsAllowed("costs:read")
    public RestResponse<String> csv(@BeanParam RangeParameters range, @BeanParam RevenueChoice choice) {
        var visit = visits.staff(Section.REVENUE);
        var chosen = ChosenRange.of(range, visit.look().today());
        var csv = new CsvFile(
                "revenue-%s-%s.csv".formatted(chosen.first(), chosen.last()),
                "tenant",
                "name",
                "tier",
                "revenue_bdt",
                "revenue_before_bdt",
                "orders",
                "orders_before",
                "carts");
        for (var one : reader.tenants(visit, chosen, choice)) {
            csv.add(List.of(
                    one.tenant().value(),
                    CsvFile.safe(one.name()),
                    one.tier().name().toLowerCase(Locale.ROOT),
                    one.now().revenue().toPlainString(),
                    one.before().revenue().toPlainString(),
                    one.now().orders().toPlainString(),
                    one.before().orders().toPlainString(),
                    one.now().carts().toPlainString()));
        }
        return csv.download();
    }
}
