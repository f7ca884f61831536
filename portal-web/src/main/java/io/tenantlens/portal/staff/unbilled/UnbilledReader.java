package io.tenantlens.portal.staff.unbilled;

import io.tenantlens.api.billing.unbilled.Cause;
import io.tenantlens.api.billing.unbilled.UnbilledQueries;
import io.tenantlens.api.billing.unbilled.UnbilledUsage;
import io.tenantlens.api.meter.Meter;
import io.tenantlens.api.meter.MeterCatalogue;
import io.tenantlens.portal.format.Look;
import io.tenantlens.portal.layout.StaffVisit;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;

/** Puts what the detector found into words. */
@Singleton
class UnbilledReader {

    private static final int SHOWN = 200;

    private final UnbilledQueries queries;
    private final MeterCatalogue catalogue;

    @Inject
    UnbilledReader(UnbilledQueries queries, MeterCatalogue catalogue) {
        this.queries = queries;
        this.catalogue = catalogue;
    }

    UnbilledPage read(StaffVisit visit) {
        var look = visit.look();
        var round = queries.latest(visit.scope(), SHOWN + 1);
        var endedAt = round.endedAt();
        return new UnbilledPage(
                visit.frame(),
                endedAt == null ? null : look.ago(endedAt),
                groups(round.found(), look),
                round.found().stream()
                        .limit(SHOWN)
                        .map(usage -> row(usage, look))
                        .toList(),
                round.found().size() > SHOWN);
    }

    private static List<UnbilledPage.Group> groups(List<UnbilledUsage> found, Look look) {
        return Arrays.stream(Cause.values())
                .map(cause -> new UnbilledPage.Group(
                        title(cause),
                        advice(cause),
                        look.number(found.stream()
                                .filter(usage -> usage.cause() == cause)
                                .count())))
                .toList();
    }

    private UnbilledPage.Row row(UnbilledUsage usage, Look look) {
        var meter = catalogue.find(usage.meter());
        var amount = usage.amount();
        return new UnbilledPage.Row(
                "/t/%s/usage?meter=%s&from=%s&to=%s"
                        .formatted(
                                usage.tenant(),
                                usage.meter(),
                                usage.month().atDay(1),
                                usage.month().atEndOfMonth()),
                usage.tenant().value(),
                look.month(usage.month()),
                meter.map(Meter::title).orElse(usage.meter().value()),
                look.quantity(usage.quantity(), meter.map(Meter::unit).orElse("")),
                title(usage.cause()),
                amount == null ? Look.NO_DATA : look.money(amount));
    }

    private static String title(Cause cause) {
        return switch (cause) {
            case NO_SUBSCRIPTION -> "No active plan";
            case NO_CHARGE -> "Not on the card";
            case NO_MATCH -> "Dimensions do not match";
            case NOT_INVOICED -> "Month issued without it";
            case LATE -> "Late";
        };
    }

    private static String advice(Cause cause) {
        return switch (cause) {
            case NO_SUBSCRIPTION ->
                "Never subscribed, paused or cancelled all month: subscribe the tenant or stop its traffic";
            case NO_CHARGE ->
                "Other plans price the meter: add a charge to the plan's next card, or leave it free on purpose";
            case NO_MATCH -> "The card counts other dimensions than the usage has: mend the card or the sender";
            case NOT_INVOICED -> "See the run's exceptions, then run the tenants without an invoice";
            case LATE -> "Known after the invoice: the next run corrects it by the amount shown";
        };
    }
}
