package io.tenantlens.api.billing.explanation;

import static java.util.Objects.requireNonNull;

import io.tenantlens.api.billing.MeteredCharge;
import io.tenantlens.api.billing.MeteredCharge.Measure;
import io.tenantlens.api.billing.draft.Card;
import io.tenantlens.api.billing.draft.CardBook;
import io.tenantlens.api.billing.internal.RateCardJson;
import io.tenantlens.api.billing.invoice.Invoice;
import io.tenantlens.api.billing.invoice.InvoiceHead;
import io.tenantlens.api.billing.invoice.InvoiceLine;
import io.tenantlens.cost.money.Currency;
import io.tenantlens.cost.money.Money;
import io.tenantlens.cost.ratecard.Charge;
import io.tenantlens.cost.ratecard.Proration;
import io.tenantlens.cost.rating.Billed;
import io.tenantlens.cost.rating.ChargeLine;
import io.tenantlens.cost.rating.ChargeRater;
import io.tenantlens.cost.rating.Consumption;
import io.tenantlens.cost.rating.LineKind;
import io.tenantlens.cost.time.BillingPeriod;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/** Gathers what a line rests on and rates it again. */
final class ExplanationReader {

    private final Handle handle;

    ExplanationReader(Handle handle) {
        this.handle = handle;
    }

    Explanation explain(Invoice invoice, InvoiceLine line) {
        var head = invoice.head();
        var plan = line.plan();
        var cardFrom = line.cardFrom();
        if (plan == null || cardFrom == null) {
            return new Explanation(head, line, Optional.empty());
        }
        var card = new CardBook(handle).on(cardFrom, plan, head.total().currency());
        var charge = card.plan().charges().stream()
                .filter(one -> one.charge().id().equals(line.charge()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the card of " + plan + " lost " + line.charge()));
        var period = new BillingPeriod(line.serviceMonth(), head.zone());
        var before =
                line.kind() == LineKind.CORRECTION ? Optional.of(billedBefore(head, line)) : Optional.<Billed>empty();
        return new Explanation(
                head,
                line,
                Optional.of(new PricedLine(
                        charge,
                        card.proration() == Proration.DayCount.FIXED_30 ? "fixed30" : "actual",
                        price(card, head.total().currency(), line),
                        period,
                        before,
                        days(head, charge, period),
                        again(line, card, charge, period, before))));
    }

    private static ChargeLine again(
            InvoiceLine line, Card card, MeteredCharge charge, BillingPeriod period, Optional<Billed> before) {
        var rater = new ChargeRater(card.plan().currency(), period.dates());
        var usage = line.metered() == null ? Consumption.NONE : new Consumption.Quantity(line.metered());
        return rater
                .rate(
                        prorated(line, card, charge.charge()),
                        usage,
                        before.map(List::of).orElse(List.of()))
                .stream()
                .filter(rated -> rated.kind() == line.kind())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("line " + line.number() + " does not come out again"));
    }

    private static Charge prorated(InvoiceLine line, Card card, Charge charge) {
        var active = line.active();
        var dayCount = card.proration();
        return active == null || dayCount == null ? charge : charge.withProration(new Proration(active, dayCount));
    }

    private String price(Card card, Currency currency, InvoiceLine line) {
        return handle.createQuery("""
                        SELECT charge ->> 'price' FROM rate_cards, jsonb_array_elements(charges) AS charge
                        WHERE plan = :plan AND currency = :currency AND valid_from = :from AND charge ->> 'id' = :charge""")
                .bind("plan", card.ref().plan())
                .bind("currency", currency.code())
                .bind("from", card.ref().validFrom())
                .bind("charge", line.charge().value())
                .mapTo(String.class)
                .one();
    }

    /** By what was issued before it and not void then: what was billed later knew of this line. */
    private Billed billedBefore(InvoiceHead head, InvoiceLine line) {
        return handle.createQuery("""
                        SELECT coalesce(sum(l.quantity) FILTER (WHERE l.kind <> 'minimum'), 0) AS quantity,
                            coalesce(sum(l.amount - l.discount), 0) AS amount
                        FROM invoice_lines l JOIN invoices i USING (tenant_id, invoice_id)
                        WHERE l.tenant_id = :tenant AND l.service_month = :service AND l.charge = :charge AND l.meter IS NOT NULL
                            AND i.kind = 'invoice' AND i.status <> 'draft'
                            AND (i.issued_at, i.month) < (:issued, :month)
                            AND (i.voided_at IS NULL OR i.voided_at > (
                                SELECT drafted_at FROM invoices WHERE tenant_id = :tenant AND invoice_id = :invoice))""")
                .bind("tenant", head.tenant().value())
                .bind("service", line.serviceMonth().atDay(1))
                .bind("charge", line.charge().value())
                .bind("month", head.month().atDay(1))
                .bind("issued", requireNonNull(head.issuedAt()).atOffset(ZoneOffset.UTC))
                .bind("invoice", head.id())
                .map((row, _) -> new Billed(
                        row.getBigDecimal("quantity"),
                        new Money(row.getBigDecimal("amount"), head.total().currency())))
                .one();
    }

    private SortedMap<LocalDate, BigDecimal> days(InvoiceHead head, MeteredCharge charge, BillingPeriod period) {
        var meter = charge.meter();
        if (meter == null) {
            return Collections.emptySortedMap();
        }
        var days = new TreeMap<LocalDate, BigDecimal>();
        handle.createQuery("""
                        SELECT day, CASE WHEN :peak THEN max(quantity) ELSE sum(quantity) END AS quantity
                        FROM usage_day
                        WHERE tenant_id = :tenant AND meter = :meter AND day >= :from AND day < :to AND dimensions @> :where::jsonb
                        GROUP BY day""")
                .bind("peak", charge.measure() == Measure.PEAK)
                .bind("tenant", head.tenant().value())
                .bind("meter", meter.value())
                .bind("from", period.dates().start())
                .bind("to", period.dates().end())
                .bind("where", RateCardJson.of(charge.where()))
                .map((row, _) -> days.put(row.getObject("day", LocalDate.class), row.getBigDecimal("quantity")))
                .list();
        return days;
    }
}
