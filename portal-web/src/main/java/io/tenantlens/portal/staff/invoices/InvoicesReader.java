package io.tenantlens.portal.staff.invoices;

import io.tenantlens.api.access.Access;
import io.tenantlens.api.access.Area;
import io.tenantlens.api.access.StaffDatabase;
import io.tenantlens.api.billing.invoice.InvoiceHead;
import io.tenantlens.api.billing.invoice.InvoiceStatus;
import io.tenantlens.api.billing.ledger.InvoiceLedger;
import io.tenantlens.api.billing.run.InvoiceRuns;
import io.tenantlens.portal.document.DocumentFacts;
import io.tenantlens.portal.format.Look;
import io.tenantlens.portal.layout.StaffVisit;
import io.tenantlens.portal.staff.invoices.InvoicesPage.Filters;
import io.tenantlens.portal.staff.invoices.InvoicesPage.Option;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the runs and one page of the documents of all tenants. */
@Singleton
class InvoicesReader {

    private static final int RUNS_SHOWN = 6;

    private final StaffDatabase database;
    private final InvoiceRuns runs;
    private final InvoiceLedger ledger;

    @Inject
    InvoicesReader(StaffDatabase database, InvoiceRuns runs, InvoiceLedger ledger) {
        this.database = database;
        this.runs = runs;
        this.ledger = ledger;
    }

    InvoicesPage read(StaffVisit visit, InvoiceAddress address, @Nullable String problem) {
        return database.inTransaction(visit.scope(), _ -> page(visit, address, problem));
    }

    private InvoicesPage page(StaffVisit visit, InvoiceAddress address, @Nullable String problem) {
        var look = visit.look();
        var mayChange = visit.scope().may(Area.BILLING, Access.WRITE);
        var found = ledger.search(visit.scope(), address.search());
        var documents = found.documents();
        var lastMonth = YearMonth.from(look.today()).minusMonths(1).toString();
        var cards = new RunCards(look, mayChange);
        return new InvoicesPage(
                visit.frame(),
                mayChange ? new InvoicesPage.Start(lastMonth, lastMonth) : null,
                problem,
                runs.newest(visit.scope(), RUNS_SHOWN).stream().map(cards::of).toList(),
                filters(address),
                documents.stream().map(head -> row(head, look)).toList(),
                address.after() == null ? null : address.fromTheStart().url(),
                found.more() ? address.after(documents.getLast()).url() : null);
    }

    private static Filters filters(InvoiceAddress address) {
        var chosen = address.status();
        var month = address.month();
        return new Filters(
                address.text(),
                month == null ? "" : month.toString(),
                Stream.concat(
                                Stream.of(new Option("", "Any status", chosen == null)),
                                Arrays.stream(InvoiceStatus.values())
                                        .map(status -> new Option(
                                                InvoiceAddress.key(status),
                                                InvoiceAddress.key(status),
                                                status == chosen)))
                        .toList());
    }

    private static InvoicesPage.Row row(InvoiceHead head, Look look) {
        return new InvoicesPage.Row(
                href(head), "/staff/tenants/" + head.tenant(), head.tenantName(), DocumentFacts.of(head, look));
    }

    static String href(InvoiceHead head) {
        return "%s/documents/%s/%s".formatted(InvoiceAddress.PATH, head.tenant(), head.id());
    }
}
