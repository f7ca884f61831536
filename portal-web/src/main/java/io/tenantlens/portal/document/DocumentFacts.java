package io.tenantlens.portal.document;

import io.tenantlens.api.billing.invoice.DocumentKind;
import io.tenantlens.api.billing.invoice.InvoiceHead;
import io.tenantlens.portal.format.Look;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What a page says of a document; days are in the reader's zone. */
public record DocumentFacts(
        String number,
        String kind,
        StatusBadge status,
        String month,
        String days,
        String issued,
        String due,
        String paid,
        String total) {

    public static DocumentFacts of(InvoiceHead head, Look look) {
        var due = head.dueOn();
        return new DocumentFacts(
                number(head),
                head.kind() == DocumentKind.INVOICE ? "Invoice" : "Credit note",
                StatusBadge.of(head, look.today()),
                look.month(head.month()),
                look.range(head.month().atDay(1), head.month().atEndOfMonth()),
                day(head.issuedAt(), look),
                due == null ? Look.NO_DATA : look.day(due),
                day(head.paidAt(), look),
                look.money(head.total()));
    }

    public static String number(InvoiceHead head) {
        var number = head.number();
        return number == null ? "without number" : number;
    }

    private static String day(@Nullable Instant at, Look look) {
        return at == null ? Look.NO_DATA : look.day(LocalDate.ofInstant(at, look.zone()));
    }
}
