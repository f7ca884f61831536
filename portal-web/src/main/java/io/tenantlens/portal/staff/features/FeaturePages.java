package io.tenantlens.portal.staff.features;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import io.tenantlens.portal.csv.CsvFile;
import io.tenantlens.portal.layout.Section;
import io.tenantlens.portal.layout.StaffVisit;
import io.tenantlens.portal.layout.Visits;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/staff")
class FeaturePages {

    private final Visits visits;
    private final FeatureReader reader;

    @Inject
    FeaturePages(Visits visits, FeatureReader reader) {
        this.visits = visits;
        this.reader = reader;
    }

    @CheckedTemplate(basePath = "staff/features", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance features(FeaturePage page);
    }

    @GET
    @Path("/features")
    @Produces(MediaType.TEXT_HTML)
    @PermissionsAllowed("tenants:read")
    public TemplateInstance features(@BeanParam FeatureChoice choice) {
        return Templates.features(reader.read(visit(), choice));
    }

    /** A row a tenant and feature that it used. */
    @GET
    @Path("/features.csv")
    @Produces("text/csv")
    @PermissionsAllowed("tenants:read")
    public RestResponse<String> csv(@BeanParam FeatureChoice choice) {
        var csv = new CsvFile("features.csv", "tenant", "name", "feature", "last_used_on");
        for (var user : reader.users(visit(), choice)) {
            user.lastUsed().entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(used -> csv.add(List.of(
                            user.tenant().value(),
                            CsvFile.safe(user.name()),
                            CsvFile.safe(used.getKey()),
                            used.getValue().toString())));
        }
        return csv.download();
    }

    private StaffVisit visit() {
        return visits.staff(Section.TENANTS, "Features");
    }
}
