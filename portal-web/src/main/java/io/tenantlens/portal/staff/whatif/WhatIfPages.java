package io.tenantlens.portal.staff.whatif;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import io.tenantlens.portal.csv.CsvFile;
import io.tenantlens.portal.layout.Section;
import io.tenantlens.portal.layout.StaffVisit;
import io.tenantlens.portal.layout.Visits;
import io.tenantlens.portal.staff.ratecards.CardAddress;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/staff/ratecards")
class WhatIfPages {

    private final Visits visits;
    private final WhatIfReader reader;

    @Inject
    WhatIfPages(Visits visits, WhatIfReader reader) {
        this.visits = visits;
        this.reader = reader;
    }

    @CheckedTemplate(basePath = "staff/whatif", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance whatIf(WhatIfPage page);
    }

    @GET
    @Path("/what-if")
    @Produces(MediaType.TEXT_HTML)
    @PermissionsAllowed("billing:read")
    public TemplateInstance whatIf(@BeanParam WhatIfChoice choice) {
        return Templates.whatIf(reader.read(visit(), choice));
    }

    /** Each tenant with exact amounts, and their sum in the last row. */
    @GET
    @Path("/what-if.csv")
    @Produces("text/csv")
    @PermissionsAllowed("billing:read")
    public RestResponse<String> csv(@BeanParam WhatIfChoice choice) {
        var answer = reader.answer(visit(), choice).orElseThrow(CardAddress::noSuchCard);
        var csv = new CsvFile("what-if.csv", "tenant", "name", "plan", "currency", "now", "then", "difference");
        answer.tenants().stream()
                .sorted(WhatIfOrder.by(WhatIfOrder.known(choice.sort())))
                .forEach(tenant -> csv.add(List.of(
                        tenant.tenant().value(),
                        CsvFile.safe(tenant.name()),
                        CsvFile.safe(tenant.plan()),
                        answer.currency().code(),
                        tenant.amounts().now().amount().toPlainString(),
                        tenant.amounts().then().amount().toPlainString(),
                        tenant.amounts().difference().amount().toPlainString())));
        var total = answer.total();
        csv.add(List.of(
                "total",
                "",
                "",
                answer.currency().code(),
                total.now().amount().toPlainString(),
                total.then().amount().toPlainString(),
                total.difference().amount().toPlainString()));
        return csv.download();
    }

    private StaffVisit visit() {
        return visits.staff(Section.RATECARDS, "What if");
    }
}
