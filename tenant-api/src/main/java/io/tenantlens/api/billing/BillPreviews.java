package io.tenantlens.api.billing;

import io.tenantlens.api.access.TenantDatabase;
import io.tenantlens.api.access.TenantScope;
import io.tenantlens.api.billing.draft.BillBasis;
import io.tenantlens.api.billing.draft.BillComposer;
import io.tenantlens.api.billing.draft.CardBook;
import io.tenantlens.api.billing.draft.OpenCredits;
import io.tenantlens.api.billing.draft.PricedPhase;
import io.tenantlens.api.billing.internal.BillableUsage;
import io.tenantlens.api.billing.internal.Plans;
import io.tenantlens.api.billing.internal.Subscription;
import io.tenantlens.api.billing.subscription.SubscriptionRows;
import io.tenantlens.cost.money.Money;
import io.tenantlens.cost.ratecard.ChargeId;
import io.tenantlens.cost.rating.Consumption;
import io.tenantlens.cost.tenant.TenantId;
import io.tenantlens.cost.time.BillingPeriod;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Rates a tenant's open period from its roll-ups. */
@Singleton
public class BillPreviews {

    private final TenantDatabase database;
    private final Clock clock;

    BillPreviews(TenantDatabase database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * The bill of the month that contains now in the tenant's zone.
     *
     * @throws NoRateCardException if the tenant's plan has no price in its currency
     */
    public BillPreview open(TenantScope scope) {
        return database.inTransaction(scope, handle -> {
            var subscription = Plans.subscription(handle, scope.tenant());
            var period = BillingPeriod.containing(clock.instant(), subscription.zone());
            var phases = phases(handle, scope.tenant(), subscription, period);
            var plan = phases.isEmpty()
                    ? Plans.find(handle, subscription, period.dates().start())
                    : phases.getLast().card().plan();
            var usage = BillableUsage.read(handle, scope.tenant(), plan, period);
            var credits = OpenCredits.read(handle, List.of(scope.tenant())).getOrDefault(scope.tenant(), List.of());
            var open = new BillBasis(
                    period, subscription.currency(), phases, quantities(usage.soFar(plan)), List.of(), credits);
            var draft = BillComposer.compose(open);
            var forecast = usage.atEndOfPeriod(plan, clock.instant().atZone(subscription.zone()));
            return new BillPreview(
                    plan,
                    period,
                    usage.asOf(),
                    draft.lines(),
                    draft.bill(),
                    forecast.map(projected -> total(open, quantities(projected)))
                            .orElse(null));
        });
    }

    private static List<PricedPhase> phases(
            Handle handle, TenantId tenant, Subscription subscription, BillingPeriod period) {
        var cards = new CardBook(handle);
        return new SubscriptionRows(handle)
                .of(tenant).active(period.dates()).stream()
                        .map(phase -> new PricedPhase(
                                cards.on(period.dates().start(), phase.plan(), subscription.currency()), phase.days()))
                        .toList();
    }

    /** Rated again with the projected quantities, so that tiers and free units count. */
    private static Money total(BillBasis open, Map<ChargeId, BigDecimal> projected) {
        var end =
                new BillBasis(open.period(), open.currency(), open.phases(), projected, open.earlier(), open.credits());
        return BillComposer.compose(end).bill().total();
    }

    private static Map<ChargeId, BigDecimal> quantities(Map<ChargeId, Consumption> usage) {
        var quantities = new HashMap<ChargeId, BigDecimal>();
        usage.forEach((charge, consumption) -> {
            if (consumption instanceof Consumption.Quantity(var quantity)) {
                quantities.put(charge, quantity);
            }
        });
        return quantities;
    }
}
