package io.tenantlens.api.billing.draft;

import io.tenantlens.cost.money.Currency;
import io.tenantlens.cost.money.Money;
import io.tenantlens.cost.tenant.TenantId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** What is left of credits: booked, less what stands on issued invoices. */
public final class OpenCredits {

    private OpenCredits() {}

    /** In the order in which they were booked. */
    public static Map<TenantId, List<OpenCredit>> read(Handle handle, Collection<TenantId> tenants) {
        var open = new HashMap<TenantId, List<OpenCredit>>();
        handle.createQuery("""
                        SELECT c.tenant_id, c.credit_key, c.title, c.evidence, c.currency, c.amount - coalesce(used.amount, 0) AS open
                        FROM bill_credits c
                        LEFT JOIN LATERAL (
                            SELECT -sum(l.amount) AS amount
                            FROM invoice_lines l JOIN invoices i USING (tenant_id, invoice_id)
                            WHERE l.tenant_id = c.tenant_id AND l.kind = 'credit' AND l.charge = :prefix || c.credit_key
                                AND i.kind = 'invoice' AND i.status IN ('issued', 'paid')) used ON true
                        WHERE c.tenant_id = ANY (:tenants) AND c.amount > coalesce(used.amount, 0)
                        ORDER BY c.tenant_id, c.booked_at, c.credit_key""")
                .bind("prefix", OpenCredit.CHARGE_PREFIX)
                .bind("tenants", tenants.stream().map(TenantId::value).toArray(String[]::new))
                .map((row, _) -> open.computeIfAbsent(new TenantId(row.getString("tenant_id")), _ -> new ArrayList<>())
                        .add(new OpenCredit(
                                row.getString("credit_key"),
                                row.getString("title"),
                                row.getString("evidence"),
                                Money.rounded(row.getBigDecimal("open"), Currency.of(row.getString("currency"))))))
                .list();
        return open;
    }
}
