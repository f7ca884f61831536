package io.tenantlens.api.billing.credit;

import io.tenantlens.cost.money.Currency;
import io.tenantlens.cost.money.Money;
import io.tenantlens.cost.tenant.TenantId;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Credits within a transaction of the caller, so that a credit and its cause are stored together or not at all. */
public final class BillCredits {

    private final Handle handle;

    public BillCredits(Handle handle) {
        this.handle = handle;
    }

    /**
     * Books a credit, which the next invoice run takes up.
     *
     * @return whether it is new; false if exactly this amount was booked under its key before
     * @throws CreditKeyTakenException if another amount was booked under its key
     */
    public boolean book(BillCredit credit) {
        var booked = handle.createUpdate("""
                        INSERT INTO bill_credits (tenant_id, credit_key, kind, title, evidence, currency, amount)
                        VALUES (:tenant, :key, :kind, :title, :evidence, :currency, :amount)
                        ON CONFLICT (tenant_id, credit_key) DO NOTHING""")
                        .bind("tenant", credit.tenant().value())
                        .bind("key", credit.key())
                        .bind("kind", credit.kind().column())
                        .bind("title", credit.title())
                        .bind("evidence", credit.evidence())
                        .bind("currency", credit.amount().currency().code())
                        .bind("amount", credit.amount().amount())
                        .execute()
                == 1;
        if (!booked) {
            refuseAnotherAmount(credit);
        }
        return booked;
    }

    /** What was ever booked for a tenant, the newest first. */
    public List<BillCredit> of(TenantId tenant) {
        return handle.createQuery("""
                        SELECT tenant_id, credit_key, kind, title, evidence, currency, amount FROM bill_credits
                        WHERE tenant_id = :tenant ORDER BY booked_at DESC, credit_key""")
                .bind("tenant", tenant.value())
                .map((row, _) -> new BillCredit(
                        new TenantId(row.getString("tenant_id")),
                        row.getString("credit_key"),
                        BillCredit.Kind.of(row.getString("kind")),
                        row.getString("title"),
                        row.getString("evidence"),
                        Money.rounded(row.getBigDecimal("amount"), Currency.of(row.getString("currency")))))
                .list();
    }

    private void refuseAnotherAmount(BillCredit credit) {
        of(credit.tenant()).stream()
                .filter(other -> other.key().equals(credit.key()))
                .filter(other -> !other.amount().equals(credit.amount()))
                .findAny()
                .ifPresent(other -> {
                    throw new CreditKeyTakenException("credit " + credit.key() + " of " + credit.tenant() + " is "
                            + other.amount() + ", not " + credit.amount());
                });
    }
}
