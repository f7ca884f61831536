package io.tenantlens.portal.tenant.bills;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import io.tenantlens.api.billing.BillPreview;
import io.tenantlens.api.billing.BillPreviews;
import io.tenantlens.api.billing.NoRateCardException;
import io.tenantlens.api.billing.draft.DraftLine;
import io.tenantlens.portal.format.Freshness;
import io.tenantlens.portal.format.Look;
import io.tenantlens.portal.layout.Section;
import io.tenantlens.portal.layout.TenantVisit;
import io.tenantlens.portal.layout.Visits;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Locale;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestPath;

@Path("/t/{tenant}/bills")
@Produces(MediaType.TEXT_HTML)
class BillPages {

    private final Visits visits;
    private final BillPreviews previews;

    @Inject
    BillPages(Visits visits, BillPreviews previews) {
        this.visits = visits;
        this.previews = previews;
    }

    @CheckedTemplate(basePath = "tenant/bills", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance bill(BillPage page);
    }

    @GET
    @PermissionsAllowed("bills:read")
    public TemplateInstance bill(@RestPath String tenant) {
        return Templates.bill(page(visits.tenant(tenant, Section.BILLS)));
    }

    private BillPage page(TenantVisit visit) {
        var look = visit.look();
        try {
            var preview = previews.open(visit.scope());
            var fresh = Freshness.of(Optional.ofNullable(preview.asOf()), look);
            return new BillPage(visit.frame(), fresh, bill(preview, look));
        } catch (NoRateCardException e) {
            return new BillPage(visit.frame(), Freshness.of(Optional.empty(), look), null);
        }
    }

    private static BillPage.Bill bill(BillPreview preview, Look look) {
        var rated = preview.bill();
        var dates = preview.period().dates();
        var forecast = preview.forecast();
        return new BillPage.Bill(
                look.month(preview.period().month()),
                preview.plan().title(),
                look.range(dates.start(), look.today()),
                look.money(rated.subtotal()),
                look.money(rated.discount()),
                look.money(rated.tax()),
                look.money(rated.total()),
                forecast == null ? null : look.money(forecast),
                preview.lines().stream().map(line -> line(line, look)).toList());
    }

    private static BillPage.Line line(DraftLine line, Look look) {
        var rated = line.rated();
        return new BillPage.Line(
                line.title(),
                rated.kind().name().toLowerCase(Locale.ROOT),
                look.quantity(rated.quantity(), "") + " " + line.unit(),
                look.money(rated.amount().minus(rated.discount())),
                look.money(rated.tax()),
                look.money(rated.total()),
                rated.steps());
    }
}
