package io.tenantlens.portal.staff.invoices;

import io.tenantlens.api.access.Access;
import io.tenantlens.api.access.Area;
import io.tenantlens.api.billing.invoice.DocumentKind;
import io.tenantlens.api.billing.invoice.Invoice;
import io.tenantlens.api.billing.invoice.InvoiceHead;
import io.tenantlens.api.billing.invoice.InvoiceLine;
import io.tenantlens.api.billing.invoice.InvoiceStatus;
import io.tenantlens.api.billing.ledger.InvoiceLedger;
import io.tenantlens.cost.tenant.TenantId;
import io.tenantlens.portal.document.DocumentFacts;
import io.tenantlens.portal.format.Look;
import io.tenantlens.portal.layout.StaffVisit;
import io.tenantlens.portal.staff.invoices.DocumentPage.Settle;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.NotFoundException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads one document for staff. */
@Singleton
class DocumentReader {

    private final InvoiceLedger ledger;

    @Inject
    DocumentReader(InvoiceLedger ledger) {
        this.ledger = ledger;
    }

    /**
     * @param reason as it was filled in
     * @param problem why it was refused; null if it was not
     */
    DocumentPage read(StaffVisit visit, TenantId tenant, String id, String reason, @Nullable String problem) {
        var invoice = ledger.find(visit.scope(), tenant, id)
                .orElseThrow(() -> new NotFoundException("There is no such invoice."));
        var look = visit.look();
        var head = invoice.head();
        return new DocumentPage(
                visit.frame().below(InvoiceAddress.PATH, DocumentFacts.number(head)),
                DocumentFacts.of(head, look),
                head.tenantName(),
                head.planTitle(),
                head.zone().getId(),
                head.note(),
                head.status() == InvoiceStatus.DRAFT ? null : "/t/%s/bills/%s".formatted(tenant, id),
                lines(invoice, look),
                sums(head, look),
                maySettle(visit, head) ? settle(head, reason, problem) : null);
    }

    private static boolean maySettle(StaffVisit visit, InvoiceHead head) {
        return head.status() == InvoiceStatus.ISSUED
                && head.kind() == DocumentKind.INVOICE
                && visit.scope().may(Area.BILLING, Access.WRITE);
    }

    private static Settle settle(InvoiceHead head, String reason, @Nullable String problem) {
        var path = InvoicesReader.href(head);
        return new Settle(path + "/paid", path + "/void", reason, problem);
    }

    private static List<DocumentPage.Line> lines(Invoice invoice, Look look) {
        return invoice.lines().stream().map(line -> line(line, look)).toList();
    }

    private static DocumentPage.Line line(InvoiceLine line, Look look) {
        return new DocumentPage.Line(
                line.title(),
                line.kind().name().toLowerCase(Locale.ROOT),
                look.quantity(line.quantity(), "") + " " + line.unit(),
                look.money(line.net()),
                look.money(line.tax()),
                look.money(line.total()),
                line.steps());
    }

    private static List<DocumentPage.Sum> sums(InvoiceHead head, Look look) {
        return List.of(
                new DocumentPage.Sum("Subtotal", look.money(head.subtotal())),
                new DocumentPage.Sum("Discount", look.money(head.discount())),
                new DocumentPage.Sum("Credit", look.money(head.credit())),
                new DocumentPage.Sum("Tax", look.money(head.tax())),
                new DocumentPage.Sum("Total", look.money(head.total())));
    }
}
