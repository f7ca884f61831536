package io.tenantlens.portal.tenant.export;

import io.tenantlens.api.billing.invoice.Invoice;
import io.tenantlens.api.billing.invoice.InvoiceHead;
import io.tenantlens.api.billing.invoice.InvoiceLine;
import io.tenantlens.cost.money.Money;
import io.tenantlens.portal.csv.CsvFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Invoices as tables: exact amounts, no grouping, no symbols. */
final class InvoiceCsv {

    private InvoiceCsv() {}

    /** A row an invoice. */
    static CsvFile heads(String file, List<InvoiceHead> heads) {
        var csv = new CsvFile(
                file,
                "tenant",
                "name",
                "invoice",
                "number",
                "kind",
                "status",
                "month",
                "issued_at",
                "due_on",
                "paid_at",
                "currency",
                "subtotal",
                "discount",
                "credit",
                "tax",
                "total");
        for (var head : heads) {
            var row = new ArrayList<>(List.of(
                    head.tenant().value(),
                    CsvFile.safe(head.tenantName()),
                    head.id(),
                    text(head.number()),
                    word(head.kind()),
                    word(head.status()),
                    head.month().toString(),
                    text(head.issuedAt()),
                    text(head.dueOn()),
                    text(head.paidAt())));
            row.addAll(money(head.subtotal(), head.discount(), head.credit(), head.tax(), head.total()));
            csv.add(row);
        }
        return csv;
    }

    /** A row a line, and the sum of each column of money in the last one. */
    static CsvFile lines(Invoice invoice) {
        var csv = new CsvFile(
                "invoice-" + invoice.head().id() + ".csv",
                "line",
                "charge",
                "title",
                "kind",
                "service_month",
                "meter",
                "unit",
                "quantity",
                "unit_price",
                "currency",
                "amount",
                "discount",
                "credit",
                "tax",
                "total");
        invoice.lines().forEach(line -> csv.add(row(line)));
        var head = invoice.head();
        var total = new ArrayList<>(List.of("total", "", "", "", "", "", "", "", ""));
        total.addAll(money(head.subtotal(), head.discount(), head.credit(), head.tax(), head.total()));
        csv.add(total);
        return csv;
    }

    private static List<String> row(InvoiceLine line) {
        var row = new ArrayList<>(List.of(
                Integer.toString(line.number()),
                CsvFile.safe(line.charge().value()),
                CsvFile.safe(line.title()),
                word(line.kind()),
                line.serviceMonth().toString(),
                text(line.meter()),
                CsvFile.safe(line.unit()),
                line.quantity().toPlainString(),
                line.unitPrice() == null ? "" : line.unitPrice().toPlainString()));
        row.addAll(money(line.amount(), line.discount(), line.credit(), line.tax(), line.total()));
        return row;
    }

    /** The currency, then the amounts. */
    private static List<String> money(Money... amounts) {
        var cells = new ArrayList<String>();
        cells.add(amounts[0].currency().code());
        for (var amount : amounts) {
            cells.add(amount.amount().toPlainString());
        }
        return cells;
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
