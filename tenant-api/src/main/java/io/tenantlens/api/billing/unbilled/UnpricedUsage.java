package io.tenantlens.api.billing.unbilled;

import io.tenantlens.api.billing.MeteredCharge;
import io.tenantlens.api.billing.NoRateCardException;
import io.tenantlens.api.billing.draft.BilledTenant;
import io.tenantlens.api.billing.draft.CardBook;
import io.tenantlens.api.billing.subscription.SubscriptionHistory;
import io.tenantlens.api.billing.subscription.SubscriptionRows;
import io.tenantlens.cost.meter.MeterKey;
import io.tenantlens.cost.time.BillingPeriod;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Usage of a month that the tenant's card or subscription leaves out, or that was left out when the month was issued. */
final class UnpricedUsage {

    private final Handle handle;
    private final CardBook cards;
    private final YearMonth month;

    UnpricedUsage(Handle handle, CardBook cards, YearMonth month) {
        this.handle = handle;
        this.cards = cards;
        this.month = month;
    }

    List<UnbilledUsage> of(List<BilledTenant> tenants) {
        var ids = tenants.stream().map(BilledTenant::id).toList();
        var usage = MonthUsage.read(handle, ids, month);
        var subscriptions = new SubscriptionRows(handle).of(ids);
        var left = leftOut(tenants);
        var found = new ArrayList<UnbilledUsage>();
        for (var tenant : tenants) {
            var used = usage.of(tenant.id());
            var charges = charges(tenant, subscriptions.getOrDefault(tenant.id(), SubscriptionHistory.NONE));
            used.forEach((meter, parts) -> {
                var cause = left.contains(tenant.id().value()) ? Cause.NOT_INVOICED : cause(meter, parts, charges);
                if (cause != null) {
                    var sum = parts.stream().map(MonthUsage.Part::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
                    found.add(new UnbilledUsage(tenant.id(), month, meter, cause, sum, null));
                }
            });
        }
        return found;
    }

    private static @Nullable Cause cause(
            MeterKey meter, List<MonthUsage.Part> parts, @Nullable Map<MeterKey, List<MeteredCharge>> charges) {
        if (charges == null) {
            return Cause.NO_SUBSCRIPTION;
        }
        var priced = charges.get(meter);
        if (priced == null) {
            return Cause.NO_CHARGE;
        }
        return parts.stream().anyMatch(part -> priced.stream().anyMatch(charge -> part.has(charge.where())))
                ? null
                : Cause.NO_MATCH;
    }

    /** By meter; null where no plan was active in the month. Without a card nothing has a charge. */
    private @Nullable Map<MeterKey, List<MeteredCharge>> charges(BilledTenant tenant, SubscriptionHistory history) {
        var period = new BillingPeriod(month, tenant.zone());
        var phases = history.active(period.dates());
        if (phases.isEmpty()) {
            return null;
        }
        var byMeter = new HashMap<MeterKey, List<MeteredCharge>>();
        try {
            var card = cards.on(period.dates().start(), phases.getLast().plan(), tenant.currency());
            for (var charge : card.plan().charges()) {
                if (charge.meter() != null) {
                    byMeter.computeIfAbsent(charge.meter(), _ -> new ArrayList<>())
                            .add(charge);
                }
            }
        } catch (NoRateCardException e) {
            return Map.of();
        }
        return byMeter;
    }

    /** Tenants without an invoice of a month whose run was issued and could not draft one for them. */
    private Set<String> leftOut(List<BilledTenant> tenants) {
        return new HashSet<>(handle.createQuery("""
                        SELECT DISTINCT t.tenant_id FROM invoice_runs r JOIN invoice_run_tenants t USING (run_id)
                        WHERE r.month = :month AND r.state = 'issued' AND t.state = 'failed' AND t.tenant_id = ANY (:tenants)
                            AND NOT EXISTS (
                                SELECT FROM invoices i WHERE i.tenant_id = t.tenant_id AND i.month = r.month
                                    AND i.kind = 'invoice' AND i.status IN ('issued', 'paid'))""")
                .bind("month", month.atDay(1))
                .bind(
                        "tenants",
                        tenants.stream().map(tenant -> tenant.id().value()).toArray(String[]::new))
                .mapTo(String.class)
                .list());
    }
}
