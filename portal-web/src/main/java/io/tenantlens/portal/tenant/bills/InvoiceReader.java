package io.tenantlens.portal.tenant.bills;

import io.tenantlens.api.access.TenantDatabase;
import io.tenantlens.api.billing.explanation.Explanations;
import io.tenantlens.api.billing.invoice.DocumentKind;
import io.tenantlens.api.billing.invoice.Invoice;
import io.tenantlens.api.billing.invoice.InvoiceHead;
import io.tenantlens.api.billing.invoice.InvoiceLine;
import io.tenantlens.api.billing.invoice.InvoiceStatus;
import io.tenantlens.api.billing.invoice.Invoices;
import io.tenantlens.cost.money.Money;
import io.tenantlens.cost.ratecard.ChargeId;
import io.tenantlens.portal.document.DocumentFacts;
import io.tenantlens.portal.format.Look;
import io.tenantlens.portal.layout.TenantVisit;
import io.tenantlens.portal.tenant.bills.InvoicePage.Amount;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.NotFoundException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads one document beside the invoice of the month before, and the explanation of one of its lines. */
@Singleton
class InvoiceReader {

    private final TenantDatabase database;
    private final Invoices invoices;
    private final Explanations explanations;
    private final WhyReader why;

    @Inject
    InvoiceReader(TenantDatabase database, Invoices invoices, Explanations explanations, WhyReader why) {
        this.database = database;
        this.invoices = invoices;
        this.explanations = explanations;
        this.why = why;
    }

    /** @param line the number of the line to explain; null for none */
    InvoicePage read(TenantVisit visit, String id, @Nullable String line) {
        return database.inTransaction(visit.scope(), _ -> {
            var invoice = invoices.find(visit.scope(), id).orElseThrow(InvoiceReader::noSuchInvoice);
            var all = invoices.of(visit.scope());
            var before = before(invoice.head(), all).flatMap(head -> invoices.find(visit.scope(), head.id()));
            var explained = line == null ? null : explained(visit, id, number(line));
            return page(visit, invoice, before, other(invoice.head(), all, visit), explained);
        });
    }

    private WhyCard explained(TenantVisit visit, String id, int line) {
        return explanations
                .find(visit.scope(), id, line)
                .map(explanation -> why.read(explanation, visit))
                .orElseThrow(() -> new NotFoundException("There is no such line."));
    }

    private static int number(String line) {
        return line.matches("[0-9]{1,6}") ? Integer.parseInt(line) : 0;
    }

    private static Optional<InvoiceHead> before(InvoiceHead head, List<InvoiceHead> all) {
        return head.kind() == DocumentKind.CREDIT_NOTE
                ? Optional.empty()
                : all.stream()
                        .filter(other -> other.kind() == DocumentKind.INVOICE && other.status() != InvoiceStatus.VOID)
                        .filter(other -> other.month().equals(head.month().minusMonths(1)))
                        .findFirst();
    }

    private static InvoicePage.@Nullable Other other(InvoiceHead head, List<InvoiceHead> all, TenantVisit visit) {
        return all.stream()
                .filter(other -> other.id().equals(head.corrects()) || head.id().equals(other.corrects()))
                .findFirst()
                .map(other -> new InvoicePage.Other(
                        (other.kind() == DocumentKind.INVOICE ? "Takes back invoice " : "Taken back by credit note ")
                                + DocumentFacts.number(other),
                        visit.path() + "/bills/" + other.id()))
                .orElse(null);
    }

    private static InvoicePage page(
            TenantVisit visit,
            Invoice invoice,
            Optional<Invoice> before,
            InvoicePage.@Nullable Other other,
            @Nullable WhyCard why) {
        var look = visit.look();
        var head = invoice.head();
        var path = visit.path() + "/bills/" + head.id();
        var sums = LineSums.of(before);
        return new InvoicePage(
                visit.frame().below(visit.path() + "/bills", DocumentFacts.number(head)),
                path + ".pdf",
                head(head, other, look),
                before.map(earlier -> look.month(earlier.head().month())).orElse(null),
                invoice.lines().stream()
                        .map(line -> line(line, sums, path, why, look))
                        .toList(),
                amounts(head, look),
                why);
    }

    private static InvoicePage.Head head(InvoiceHead head, InvoicePage.@Nullable Other other, Look look) {
        return new InvoicePage.Head(
                DocumentFacts.of(head, look),
                head.tenantName(),
                head.planTitle(),
                head.zone().getId(),
                head.note(),
                other);
    }

    private static InvoicePage.Line line(
            InvoiceLine line, Map<ChargeId, Money> before, String path, @Nullable WhyCard why, Look look) {
        var earlier = before.get(line.charge());
        var price = line.unitPrice();
        var kind = line.kind().name().toLowerCase(Locale.ROOT);
        return new InvoicePage.Line(
                path + "?line=" + line.number(),
                line.title(),
                kind.equals("usage") || kind.equals("flat") ? "" : kind,
                look.quantity(line.quantity(), "") + " " + line.unit(),
                price == null ? "by tier" : look.price(price, line.amount().currency()),
                look.money(line.net()),
                earlier == null ? Look.NO_DATA : look.money(earlier),
                look.money(line.tax()),
                look.money(line.total()),
                why != null && why.line() == line.number());
    }

    private static List<Amount> amounts(InvoiceHead head, Look look) {
        var amounts = new ArrayList<Amount>();
        amounts.add(new Amount("Subtotal", look.money(head.subtotal())));
        if (!head.discount().isZero()) {
            amounts.add(new Amount("Discount", look.money(head.discount().negated())));
        }
        if (!head.credit().isZero()) {
            amounts.add(new Amount("Credit", look.money(head.credit().negated())));
        }
        head.taxes()
                .forEach(tax -> amounts.add(new Amount(
                        "%s %s on %s"
                                .formatted(
                                        tax.id().toUpperCase(Locale.ROOT),
                                        look.percent(tax.percent().movePointLeft(2), 2),
                                        look.money(tax.base())),
                        look.money(tax.amount()))));
        amounts.add(new Amount("Total", look.money(head.total())));
        return amounts;
    }

    private static NotFoundException noSuchInvoice() {
        return new NotFoundException("There is no such invoice.");
    }
}
