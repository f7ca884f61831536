package io.tenantlens.portal.tenant.bills;

import io.tenantlens.api.billing.BillPreview;
import io.tenantlens.api.billing.BillPreviews;
import io.tenantlens.api.billing.NoRateCardException;
import io.tenantlens.api.billing.draft.DraftLine;
import io.tenantlens.api.billing.invoice.BillHistory;
import io.tenantlens.api.billing.invoice.Invoice;
import io.tenantlens.api.billing.invoice.Invoices;
import io.tenantlens.cost.money.Money;
import io.tenantlens.portal.document.DocumentFacts;
import io.tenantlens.portal.format.Freshness;
import io.tenantlens.portal.format.Look;
import io.tenantlens.portal.layout.TenantVisit;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the open month beside the newest invoice and the list of all. */
@Singleton
class BillReader {

    private final BillPreviews previews;
    private final Invoices invoices;

    @Inject
    BillReader(BillPreviews previews, Invoices invoices) {
        this.previews = previews;
        this.invoices = invoices;
    }

    BillPage read(TenantVisit visit) {
        var look = visit.look();
        var history = invoices.history(visit.scope());
        var preview = preview(visit);
        return new BillPage(
                visit.frame(),
                Freshness.of(preview.flatMap(open -> Optional.ofNullable(open.asOf())), look),
                preview.map(open -> bill(open, history, visit)).orElse(null),
                BillHistoryChart.of(history.documents(), visit),
                history.documents().stream()
                        .map(head ->
                                new DocumentRow(visit.path() + "/bills/" + head.id(), DocumentFacts.of(head, look)))
                        .toList());
    }

    /** Empty where the plan has no rate card. */
    private Optional<BillPreview> preview(TenantVisit visit) {
        try {
            return Optional.of(previews.open(visit.scope()));
        } catch (NoRateCardException e) {
            return Optional.empty();
        }
    }

    private static BillPage.Bill bill(BillPreview preview, BillHistory history, TenantVisit visit) {
        var look = visit.look();
        var rated = preview.bill();
        var forecast = preview.forecast();
        var before = LineSums.of(history.latest());
        return new BillPage.Bill(
                look.month(preview.period().month()),
                preview.plan().title(),
                look.range(preview.period().dates().start(), look.today()),
                look.money(rated.subtotal()),
                look.money(rated.discount()),
                look.money(rated.tax()),
                look.money(rated.total()),
                forecast == null ? null : look.money(forecast),
                history.latest()
                        .map(invoice -> before(invoice, forecast, visit))
                        .orElse(null),
                preview.lines().stream()
                        .map(line -> line(line, before.get(line.rated().charge()), preview, visit))
                        .toList());
    }

    private static BillPage.Before before(Invoice invoice, @Nullable Money forecast, TenantVisit visit) {
        var head = invoice.head();
        return new BillPage.Before(
                visit.look().month(head.month()),
                visit.look().money(head.total()),
                visit.path() + "/bills/" + head.id(),
                forecast == null || !forecast.currency().equals(head.total().currency())
                        ? ""
                        : visit.look().change(forecast.amount(), head.total().amount()));
    }

    private static BillPage.Line line(DraftLine line, @Nullable Money before, BillPreview preview, TenantVisit visit) {
        var look = visit.look();
        var rated = line.rated();
        return new BillPage.Line(
                line.title(),
                rated.kind().name().toLowerCase(Locale.ROOT),
                look.quantity(rated.quantity(), "") + " " + line.unit(),
                look.money(rated.amount().minus(rated.discount())),
                before == null ? Look.NO_DATA : look.money(before),
                look.money(rated.tax()),
                look.money(rated.total()),
                rated.steps(),
                line.meter() == null
                        ? null
                        : "%s/usage?meter=%s&from=%s&to=%s"
                                .formatted(
                                        visit.path(),
                                        line.meter(),
                                        preview.period().dates().start(),
                                        look.today()));
    }
}
