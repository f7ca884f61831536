package io.tenantlens.portal.staff.margin;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import io.tenantlens.portal.csv.CsvFile;
import io.tenantlens.portal.htmx.HxRequest;
import io.tenantlens.portal.layout.Section;
import io.tenantlens.portal.layout.Visits;
import io.tenantlens.portal.range.RangeParameters;
import io.tenantlens.portal.table.TableChoice;
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
class MarginPages {

    private final Visits visits;
    private final MarginReader reader;

    @Inject
    MarginPages(Visits visits, MarginReader reader) {
        this.visits = visits;
        this.reader = reader;
    }

    @CheckedTemplate(basePath = "staff/margin", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance margin(MarginPage page);

        static native TemplateInstance margin$margin(MarginPage page);
    }

    /** The whole page, or its content when htmx changes the range or the order. */
    @GET
    @Path("/margin")
    @Produces(MediaType.TEXT_HTML)
    @PermissionsAllowed("costs:read")
    public TemplateInstance margin(
            @BeanParam RangeParameters range,
            @BeanParam MarginChoice choice,
            @BeanParam TableChoice table,
            @BeanParam HxRequest hx) {
        var visit = visits.staff(Section.MARGIN);
        var chosen = MarginChoice.range(range, visit.look().today());
        var page = reader.read(visit, chosen, choice, table);
        return hx.wantsFragment() ? Templates.margin$margin(page) : Templates.margin(page);
    }

    @GET
    @Path("/margin.csv")
    @Produces("text/csv")
    @PermissionsAllowed("costs:read")
    public RestResponse<String> csv(
            @BeanParam RangeParameters range, @BeanParam MarginChoice choice, @BeanParam TableChoice table) {
        var visit = visits.staff(Section.MARGIN);
        var chosen = MarginChoice.range(range, visit.look().today());
        var csv = new CsvFile(
                "margin-%s-%s.csv".formatted(chosen.first(), chosen.last()),
                "tenant",
                "name",
                "tier",
                "plan",
                "basis",
                "revenue_bdt",
                "cost_bdt",
                "margin_bdt",
                "margin_percent",
                "margin_before_bdt");
        for (var one : reader.tenants(visit, chosen, choice, table)) {
            csv.add(List.of(
                    one.tenant().value(),
                    CsvFile.safe(one.name()),
                    one.tier().name().toLowerCase(Locale.ROOT),
                    one.plan(),
                    one.now().basis(),
                    one.now().revenue().toPlainString(),
                    one.now().cost().toPlainString(),
                    one.now().amount().toPlainString(),
                    one.now()
                            .margin()
                            .percent()
                            .map(percent -> percent.toPlainString())
                            .orElse(""),
                    one.before().amount().toPlainString()));
        }
        return csv.download();
    }
}
