package io.tenantlens.portal.staff.churn;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import io.tenantlens.portal.csv.CsvFile;
import io.tenantlens.portal.layout.Section;
import io.tenantlens.portal.layout.Visits;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/staff")
class ChurnPages {

    private final Visits visits;
    private final ChurnReader reader;

    @Inject
    ChurnPages(Visits visits, ChurnReader reader) {
        this.visits = visits;
        this.reader = reader;
    }

    @CheckedTemplate(basePath = "staff/churn", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance churn(ChurnPage page);
    }

    @GET
    @Path("/churn")
    @Produces(MediaType.TEXT_HTML)
    @PermissionsAllowed("costs:read")
    public TemplateInstance churn(@BeanParam ChurnChoice choice) {
        return Templates.churn(reader.read(visits.staff(Section.CHURN), choice));
    }

    @GET
    @Path("/churn.csv")
    @Produces("text/csv")
    @PermissionsAllowed("costs:read")
    public RestResponse<String> csv(@BeanParam ChurnChoice choice) {
        var csv = new CsvFile(
                "growth-and-churn.csv",
                "month",
                "start_bdt",
                "new_bdt",
                "expansion_bdt",
                "contraction_bdt",
                "churn_bdt",
                "reactivation_bdt",
                "end_bdt",
                "shops_start",
                "shops_new",
                "shops_churned",
                "shops_reactivated",
                "shops_end");
        for (var month : reader.months(visits.staff(Section.CHURN), choice)) {
            var mrr = month.mrr();
            var shops = month.shops();
            csv.add(Stream.concat(
                            Stream.of(month.month().toString()),
                            Stream.of(
                                            mrr.start(),
                                            mrr.added(),
                                            mrr.expansion(),
                                            mrr.contraction(),
                                            mrr.churn(),
                                            mrr.reactivated(),
                                            mrr.end(),
                                            shops.start(),
                                            shops.added(),
                                            shops.churn(),
                                            shops.reactivated(),
                                            shops.end())
                                    .map(BigDecimal::toPlainString))
                    .toList());
        }
        return csv.download();
    }
}
