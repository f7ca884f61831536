package io.tenantlens.portal.staff.costs;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import io.tenantlens.api.cost.CostType;
import io.tenantlens.api.cost.platform.TenantCost;
import io.tenantlens.portal.csv.CsvFile;
import io.tenantlens.portal.htmx.HxRequest;
import io.tenantlens.portal.layout.Section;
import io.tenantlens.portal.layout.Visits;
import io.tenantlens.portal.range.ChosenRange;
import io.tenantlens.portal.range.RangeParameters;
import io.tenantlens.portal.table.TableChoice;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/staff")
class CostPages {

    private final Visits visits;
    private final CostReader reader;

    @Inject
    CostPages(Visits visits, CostReader reader) {
        this.visits = visits;
        this.reader = reader;
    }

    @CheckedTemplate(basePath = "staff/costs", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance costs(CostPage page);

        static native TemplateInstance costs$costs(CostPage page);
    }

    /** The whole page, or its content when htmx changes the range or the order. */
    @GET
    @Path("/costs")
    @Produces(MediaType.TEXT_HTML)
    @PermissionsAllowed("costs:read")
    public TemplateInstance costs(
            @BeanParam RangeParameters range,
            @BeanParam TableChoice choice,
            @RestQuery @Nullable String groupBy,
            @BeanParam HxRequest hx) {
        var visit = visits.staff(Section.COSTS);
        var page = reader.read(visit, ChosenRange.of(range, visit.look().today()), choice, groupBy);
        return hx.wantsFragment() ? Templates.costs$costs(page) : Templates.costs(page);
    }

    @GET
    @Path("/costs.csv")
    @Produces("text/csv")
    @PermissionsAllowed("costs:read")
    public RestResponse<String> csv(@BeanParam RangeParameters range, @BeanParam TableChoice choice) {
        var visit = visits.staff(Section.COSTS);
        var chosen = ChosenRange.of(range, visit.look().today());
        var types = Arrays.stream(CostType.values()).map(type -> type.key() + "_bdt");
        var figures = Stream.of("requests", "orders", "active_users", "stored_byte_hours");
        var csv = new CsvFile(
                "costs-%s-%s.csv".formatted(chosen.first(), chosen.last()),
                Stream.of(
                                Stream.of("tenant", "name", "tier", "plan", "hosting", "cost_bdt", "cost_before_bdt"),
                                types,
                                figures)
                        .flatMap(columns -> columns)
                        .toArray(String[]::new));
        reader.tenants(visit, chosen, choice).forEach(one -> csv.add(row(one)));
        return csv.download();
    }

    private static List<String> row(TenantCost one) {
        return Stream.of(
                        Stream.of(
                                one.tenant().value(),
                                CsvFile.safe(one.name()),
                                one.tier().name().toLowerCase(Locale.ROOT),
                                one.plan(),
                                one.dedicated() ? "dedicated" : "shared",
                                one.total().toPlainString(),
                                one.before().toPlainString()),
                        Arrays.stream(CostType.values())
                                .map(type -> one.of(type).toPlainString()),
                        Stream.of(
                                        one.used().requests(),
                                        one.used().orders(),
                                        one.used().activeUsers(),
                                        one.used().storedByteHours())
                                .map(String::valueOf))
                .flatMap(cells -> cells)
                .toList();
    }
}
