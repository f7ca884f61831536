package io.tenantlens.api.billing.draft;

import io.tenantlens.cost.money.Currency;
import io.tenantlens.cost.money.Money;
import io.tenantlens.cost.ratecard.ChargeId;
import io.tenantlens.cost.rating.Billed;
import io.tenantlens.cost.tenant.TenantId;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/** What issued invoices say about the usage of earlier months, corrections included. */
final class BilledBefore {

    private final Map<TenantId, SortedMap<YearMonth, Month>> months = new HashMap<>();

    /** One invoiced month: the card and the currency that priced it, and what each charge came to. */
    record Month(CardRef card, Currency currency, Map<ChargeId, Billed> charges) {}

    private BilledBefore() {}

    /** Reads the months from a first one, included, until another, excluded. */
    static BilledBefore read(Handle handle, Collection<TenantId> tenants, YearMonth from, YearMonth until) {
        var before = new BilledBefore();
        handle.createQuery("""
                        SELECT l.tenant_id, l.service_month, l.plan, l.card_from, l.charge, i.currency,
                            coalesce(sum(l.quantity) FILTER (WHERE l.kind <> 'minimum'), 0) AS quantity,
                            sum(l.amount - l.discount) AS amount
                        FROM invoice_lines l JOIN invoices i USING (tenant_id, invoice_id)
                        WHERE l.tenant_id = ANY (:tenants) AND l.service_month >= :from AND l.service_month < :until
                            AND l.meter IS NOT NULL AND i.kind = 'invoice' AND i.status IN ('issued', 'paid')
                        GROUP BY l.tenant_id, l.service_month, l.plan, l.card_from, l.charge, i.currency""")
                .bind("tenants", tenants.stream().map(TenantId::value).toArray(String[]::new))
                .bind("from", from.atDay(1))
                .bind("until", until.atDay(1))
                .map((row, _) -> {
                    var currency = Currency.of(row.getString("currency"));
                    var card = new CardRef(row.getString("plan"), row.getObject("card_from", LocalDate.class));
                    return before.months
                            .computeIfAbsent(new TenantId(row.getString("tenant_id")), _ -> new TreeMap<>())
                            .computeIfAbsent(
                                    YearMonth.from(row.getObject("service_month", LocalDate.class)),
                                    _ -> new Month(card, currency, new HashMap<>()))
                            .charges()
                            .put(
                                    new ChargeId(row.getString("charge")),
                                    new Billed(
                                            row.getBigDecimal("quantity"),
                                            new Money(row.getBigDecimal("amount"), currency)));
                })
                .list();
        return before;
    }

    SortedMap<YearMonth, Month> of(TenantId tenant) {
        return months.getOrDefault(tenant, new TreeMap<>());
    }
}
