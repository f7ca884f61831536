package io.tenantlens.api.billing;

import io.tenantlens.api.access.TenantDatabase;
import io.tenantlens.api.access.TenantScope;
import io.tenantlens.api.billing.internal.BillableUsage;
import io.tenantlens.api.billing.internal.Plans;
import io.tenantlens.cost.invoice.BillRater;
import io.tenantlens.cost.invoice.BillRequest;
import io.tenantlens.cost.invoice.RatedBill;
import io.tenantlens.cost.money.Money;
import io.tenantlens.cost.ratecard.ChargeId;
import io.tenantlens.cost.rating.Consumption;
import io.tenantlens.cost.time.BillingPeriod;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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
            var plan = Plans.find(handle, subscription, period.dates().start());
            var usage = BillableUsage.read(handle, scope.tenant(), plan, period);
            var bill = rate(plan, period, usage.soFar(plan));
            return new BillPreview(
                    plan,
                    period,
                    usage.asOf(),
                    lines(plan, bill),
                    bill,
                    forecast(plan, period, usage, subscription.zone()));
        });
    }

    private static RatedBill rate(Plan plan, BillingPeriod period, Map<ChargeId, Consumption> usage) {
        return BillRater.rate(
                new BillRequest(plan.card(), period.dates(), usage, Map.of(), List.of(), plan.taxes(), List.of()));
    }

    /** Rated again with the projected quantities, so that tiers and free units count. */
    private @Nullable Money forecast(Plan plan, BillingPeriod period, BillableUsage usage, ZoneId zone) {
        var projected = usage.atEndOfPeriod(plan, clock.instant().atZone(zone));
        return projected.isEmpty() ? null : rate(plan, period, projected.get()).total();
    }

    private static List<BillPreview.Line> lines(Plan plan, RatedBill bill) {
        var lines = new ArrayList<BillPreview.Line>();
        for (var rated : bill.lines()) {
            plan.charges().stream()
                    .filter(charge -> charge.charge().id().equals(rated.charge()))
                    .findFirst()
                    .ifPresent(charge -> lines.add(new BillPreview.Line(charge, rated)));
        }
        return lines;
    }
}
