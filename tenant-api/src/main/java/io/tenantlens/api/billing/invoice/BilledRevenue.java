package io.tenantlens.api.billing.invoice;

import io.tenantlens.cost.money.Currency;
import io.tenantlens.cost.money.Money;
import io.tenantlens.cost.tenant.TenantId;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Billed revenue of all tenants that the transaction's login may see, in one query. */
public final class BilledRevenue {

    private final Handle handle;

    public BilledRevenue(Handle handle) {
        this.handle = handle;
    }

    /**
     * By tenant and month of the invoice; a tenant without an issued invoice in a month has no entry for it. Void invoices are
     * left out together with their credit notes.
     *
     * @param until excluded
     */
    public List<BilledMonth> between(YearMonth from, YearMonth until) {
        return handle.createQuery("""
                        SELECT tenant_id, month, currency, sum(total - tax) AS net, sum(round((total - tax) * bdt_rate, 2)) AS net_bdt
                        FROM invoices i
                        WHERE month >= :from AND month < :until AND status IN ('issued', 'paid') AND NOT EXISTS (
                            SELECT FROM invoices taken WHERE taken.tenant_id = i.tenant_id AND taken.invoice_id = i.corrects
                                AND taken.status = 'void')
                        GROUP BY tenant_id, month, currency ORDER BY tenant_id, month, currency""")
                .bind("from", from.atDay(1))
                .bind("until", until.atDay(1))
                .map((row, _) -> new BilledMonth(
                        new TenantId(row.getString("tenant_id")),
                        YearMonth.from(row.getObject("month", LocalDate.class)),
                        Money.rounded(row.getBigDecimal("net"), Currency.of(row.getString("currency"))),
                        Money.rounded(row.getBigDecimal("net_bdt"), Currency.BDT)))
                .list();
    }
}
