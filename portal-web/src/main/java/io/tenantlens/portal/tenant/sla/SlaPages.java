package io.tenantlens.portal.tenant.sla;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import io.tenantlens.portal.layout.Section;
import io.tenantlens.portal.layout.Visits;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

@Path("/t/{tenant}/sla")
@Produces(MediaType.TEXT_HTML)
class SlaPages {

    private final Visits visits;
    private final SlaReader reader;

    @Inject
    SlaPages(Visits visits, SlaReader reader) {
        this.visits = visits;
        this.reader = reader;
    }

    @CheckedTemplate(basePath = "tenant/sla", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance sla(SlaPage page);
    }

    @GET
    @PermissionsAllowed("usage:read")
    public TemplateInstance sla(@RestPath String tenant, @RestQuery @Nullable String month) {
        var visit = visits.tenant(tenant, Section.SLA);
        return Templates.sla(reader.read(visit, monthOf(month, visit.look().today())));
    }

    /** A month that is none, or still to come, shows the one that it is. */
    private static YearMonth monthOf(@Nullable String sent, LocalDate today) {
        var current = YearMonth.from(today);
        try {
            var month = sent == null ? current : YearMonth.parse(sent);
            return month.isAfter(current) || month.getYear() < 2000 ? current : month;
        } catch (DateTimeException e) {
            return current;
        }
    }
}
