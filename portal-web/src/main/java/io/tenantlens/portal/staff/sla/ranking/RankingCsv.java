package io.tenantlens.portal.staff.sla.ranking;

import io.quarkus.security.PermissionsAllowed;
import io.tenantlens.portal.csv.CsvFile;
import io.tenantlens.portal.layout.Section;
import io.tenantlens.portal.layout.Visits;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestResponse;

/** The ranking as a file. Its path is not below that of the pages, so it is a resource of its own. */
@Path("/staff/sla.csv")
class RankingCsv {

    private final Visits visits;
    private final RankingReader reader;

    @Inject
    RankingCsv(Visits visits, RankingReader reader) {
        this.visits = visits;
        this.reader = reader;
    }

    /** All tenants of the view with exact numbers. */
    @GET
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
