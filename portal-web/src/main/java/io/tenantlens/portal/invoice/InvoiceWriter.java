package io.tenantlens.portal.invoice;

import io.tenantlens.api.billing.invoice.DocumentKind;
import io.tenantlens.api.billing.invoice.Invoice;
import io.tenantlens.api.billing.invoice.InvoiceHead;
import io.tenantlens.api.billing.invoice.InvoiceLine;
import io.tenantlens.api.billing.invoice.InvoiceStatus;
import io.tenantlens.cost.money.Currency;
import io.tenantlens.cost.money.Money;
import io.tenantlens.cost.rating.LineKind;
import io.tenantlens.portal.format.Look;
import io.tenantlens.portal.report.Words;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts a document into words and numbers of one language. */
final class InvoiceWriter {

    private final Invoice invoice;
    private final InvoiceHead head;
    private final IssuerSettings issuer;
    private final Look look;
    private final Words words;

    InvoiceWriter(Invoice invoice, IssuerSettings issuer, Look look) {
        this.invoice = invoice;
        this.head = invoice.head();
        this.issuer = issuer;
        this.look = look;
        this.words = Words.in(look.locale());
    }

    /** @param page where the portal shows the same document */
    PrintedInvoice document(String page) {
        return new PrintedInvoice(
                words,
                words.of(head.kind() == DocumentKind.INVOICE ? "invoice" : "creditnote"),
                number(),
                stamp(),
                issuerLines(),
                List.of(head.tenantName(), head.tenant().value(), head.planTitle()),
                facts(),
                due(),
                invoice.lines().stream().map(this::line).toList(),
                sums(),
                look.money(head.total()),
                head.taxes().stream()
                        .map(tax -> new PrintedInvoice.Tax(
                                tax.id().toUpperCase(Locale.ROOT),
                                look.percent(tax.percent().movePointLeft(2), 2),
                                look.money(tax.base()),
                                look.money(tax.amount())))
                        .toList(),
                notes(page));
    }

    private String number() {
        var number = head.number();
        return number == null ? head.id() : number;
    }

    private String stamp() {
        return switch (head.status()) {
            case PAID -> words.of("invoice.paid", day(head.paidAt()));
            case VOID -> words.of("invoice.void");
            case DRAFT -> words.of("invoice.draft");
            case ISSUED -> "";
        };
    }

    private List<String> issuerLines() {
        return Stream.of(
                        Stream.of(issuer.name()),
                        issuer.address().stream().flatMap(List::stream),
                        issuer.taxNumber().stream(),
                        issuer.contact().stream())
                .flatMap(lines -> lines)
                .map(String::strip)
                .toList();
    }

    private List<PrintedInvoice.Fact> facts() {
        var facts = new ArrayList<PrintedInvoice.Fact>();
        facts.add(fact("invoice.number", number()));
        if (head.corrects() != null) {
            facts.add(fact("invoice.corrects", head.corrects()));
        }
        facts.add(fact("invoice.issued", day(head.issuedAt())));
        facts.add(fact(
                "invoice.period", look.range(head.month().atDay(1), head.month().atEndOfMonth())));
        facts.add(fact("invoice.zone", head.zone().getId()));
        return facts;
    }

    /** Empty for what is not to be paid any more. */
    private String due() {
        var due = head.dueOn();
        return due == null || head.status() != InvoiceStatus.ISSUED ? "" : words.of("invoice.due", look.day(due));
    }

    private PrintedInvoice.Line line(InvoiceLine line) {
        var price = line.unitPrice();
        return new PrintedInvoice.Line(
                look.number(line.number()),
                line.title(),
                remark(line),
                (look.quantity(line.quantity(), "") + " " + line.unit()).strip(),
                price == null ? tiered(line) : look.price(price, line.amount().currency()),
                look.money(line.net()),
                look.money(line.tax()),
                look.money(line.total()));
    }

    private String tiered(InvoiceLine line) {
        return line.kind() == LineKind.USAGE ? words.of("invoice.tiered") : Look.NO_DATA;
    }

    private String remark(InvoiceLine line) {
        var remarks = new ArrayList<String>();
        switch (line.kind()) {
            case USAGE, FLAT -> {}
            case MINIMUM -> remarks.add(words.of("invoice.minimum"));
            case CORRECTION -> remarks.add(words.of("invoice.correction"));
            case DISCOUNT -> remarks.add(words.of("invoice.discount.line"));
            case CREDIT -> remarks.add(words.of("invoice.credit.line"));
        }
        if (!line.serviceMonth().equals(head.month())) {
            remarks.add(words.of("invoice.for", look.month(line.serviceMonth())));
        }
        var active = line.active();
        if (active != null) {
            remarks.add(look.range(active.start(), active.end().minusDays(1)));
        }
        if (!line.discount().isZero()) {
            remarks.add(words.of("invoice.less", look.money(line.discount())));
        }
        if (!line.credit().isZero()) {
            remarks.add(words.of("invoice.credited", look.money(line.credit())));
        }
        return String.join(", ", remarks);
    }

    private List<PrintedInvoice.Fact> sums() {
        var sums = new ArrayList<PrintedInvoice.Fact>();
        sums.add(fact("invoice.subtotal", look.money(head.subtotal())));
        deduction("invoice.discount", head.discount()).ifPresent(sums::add);
        deduction("invoice.credit", head.credit()).ifPresent(sums::add);
        sums.add(fact("invoice.net", look.money(head.net())));
        sums.add(fact("invoice.tax", look.money(head.tax())));
        return sums;
    }

    private Optional<PrintedInvoice.Fact> deduction(String name, Money amount) {
        return amount.isZero() ? Optional.empty() : Optional.of(fact(name, look.money(amount.negated())));
    }

    private List<String> notes(String page) {
        var notes = new ArrayList<String>();
        if (head.note() != null) {
            notes.add(words.of("invoice.note", head.note()));
        }
        var currency = head.total().currency().code();
        if (!currency.equals("BDT")) {
            notes.add(words.of("invoice.rate", currency, rate(head.bdtRate()), look.month(head.month())));
        }
        if (head.kind() == DocumentKind.INVOICE) {
            issuer.payment().ifPresent(how -> notes.add(words.of("invoice.pay", how, number())));
        }
        notes.add(words.of("invoice.explained", page));
        return notes;
    }

    private String rate(BigDecimal bdt) {
        return look.price(bdt, Currency.of("BDT"));
    }

    private String day(@Nullable Instant at) {
        return at == null ? Look.NO_DATA : look.day(LocalDate.ofInstant(at, look.zone()));
    }

    private PrintedInvoice.Fact fact(String key, String value) {
        return new PrintedInvoice.Fact(words.of(key), value);
    }
}
