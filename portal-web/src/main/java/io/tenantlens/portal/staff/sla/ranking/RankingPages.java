package io.tenantlens.portal.staff.sla.ranking;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import io.tenantlens.portal.csv.CsvFile;
import io.tenantlens.portal.htmx.HxRequest;
import io.tenantlens.portal.layout.Section;
import io.tenantlens.portal.layout.Visits;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/staff")
class RankingPages {

    private final Visits visits;
    private final RankingReader reader;

    @Inject
    RankingPages(Visits visits, RankingReader reader) {
        this.visits = visits;
        this.reader = reader;
    }

    @CheckedTemplate(basePath = "staff/sla", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance ranking(RankingPage page);

        static native TemplateInstance ranking$found(RankingPage page);
    }

    /** The whole page, or the list alone while one types into the search. */
    @GET
    @Path("/sla")
    @Produces(MediaType.TEXT_HTML)
    @PermissionsAllowed("usage:read")
    public TemplateInstance ranking(@BeanParam RankingChoice choice, @BeanParam HxRequest hx) {
        var visit = visits.staff(Section.SERVICE_LEVELS);
        var page = reader.read(visit, RankingAddress.of(choice, visit.look()));
        return hx.wantsFragment() ? Templates.ranking$found(page) : Templates.ranking(page);
    }

    /** All tenants of the view with exact numbers. */
    @GET
    @Path("/sla.csv")
    @Produces("text/csv")
    @PermissionsAllowed("usage:read")
    public RestResponse<String> csv(@BeanParam RankingChoice choice) {
        var visit = visits.staff(Section.SERVICE_LEVELS);
        var address = RankingAddress.of(choice, visit.look());
        var csv = new CsvFile(
                "service-levels-" + address.month() + ".csv",
                "rank",
                "tenant",
                "name",
                "tier",
                "counting",
                "promised_percent",
                "availability_percent",
                "good",
                "total",
                "budget_left_percent",
                "state");
        for (var ranked : reader.narrowed(visit, address)) {
            var standing = ranked.standing();
            csv.add(List.of(
                    "" + ranked.rank(),
                    standing.tenant().value(),
                    CsvFile.safe(standing.name()),
                    standing.tier(),
                    standing.counting().name().toLowerCase(Locale.ROOT),
                    plain(Optional.of(standing.target().percent())),
                    plain(standing.availability().percent()),
                    plain(Optional.of(standing.availability().good())),
                    plain(Optional.of(standing.availability().total())),
                    plain(standing.budget().remainingShare().map(share -> share.movePointRight(2))),
                    RankingAddress.key(standing.budget().state())));
        }
        return csv.download();
    }

    private static String plain(Optional<BigDecimal> number) {
        return number.map(value ->
                        value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString())
                .orElse("");
    }
}
