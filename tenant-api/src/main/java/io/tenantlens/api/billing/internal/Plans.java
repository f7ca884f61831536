package io.tenantlens.api.billing.internal;

import io.tenantlens.api.billing.NoRateCardException;
import io.tenantlens.api.billing.Plan;
import io.tenantlens.cost.money.Currency;
import io.tenantlens.cost.tenant.TenantId;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jdbi.v3.core.Handle;

/** Plans and who is on them. */
public final class Plans {

    private Plans() {}

    public static Subscription subscription(Handle handle, TenantId tenant) {
        return handle.createQuery("SELECT plan, currency, time_zone FROM tenants WHERE tenant_id = :tenant")
                .bind("tenant", tenant.value())
                .map((row, _) -> new Subscription(
                        row.getString("plan"),
                        Currency.of(row.getString("currency")),
                        ZoneId.of(row.getString("time_zone"))))
                .one();
    }

    /** The card in force on a day: the latest that started on or before it. */
    public static Plan find(Handle handle, Subscription subscription, LocalDate day) {
        return handle.createQuery("""
                        SELECT title, valid_from, charges, taxes FROM rate_cards
                        WHERE plan = :plan AND currency = :currency AND valid_from <= :day
                        ORDER BY valid_from DESC LIMIT 1""")
                .bind("plan", subscription.plan())
                .bind("currency", subscription.currency().code())
                .bind("day", day)
                .map((row, _) -> new Plan(
                        row.getString("title"),
                        subscription.currency(),
                        row.getObject("valid_from", LocalDate.class),
                        RateCardReader.charges(row.getString("charges")),
                        RateCardReader.taxes(row.getString("taxes"))))
                .findOne()
                .orElseThrow(() -> new NoRateCardException("plan " + subscription.plan() + " has no rate card in "
                        + subscription.currency().code() + " on " + day));
    }
}
