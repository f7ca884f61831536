package io.tenantlens.api.focus;

import io.tenantlens.api.access.TenantScope;
import io.tenantlens.api.billing.invoice.Invoice;
import io.tenantlens.api.billing.invoice.InvoiceStatus;
import io.tenantlens.api.billing.invoice.Invoices;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Writes what a month's issued documents charge: billed cost, never what the tenant costs the platform. */
@Singleton
public class FocusExport {

    private final Invoices invoices;

    @Inject
    public FocusExport(Invoices invoices) {
        this.invoices = invoices;
    }

    /** One header line and a row for each line and tax of the month's documents; void ones are left out. */
    public String csv(TenantScope scope, YearMonth month) {
        var out = new StringBuilder();
        try (var csv = new CSVPrinter(out, CSVFormat.RFC4180)) {
            csv.printRecord(FocusColumn.ALL.stream().map(FocusColumn::title).toList());
            for (var charge : charges(scope, month)) {
                csv.printRecord(FocusColumn.ALL.stream()
                        .map(column -> column.of(charge))
                        .toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    private List<FocusCharge> charges(TenantScope scope, YearMonth month) {
        return invoices.of(scope).stream()
                .filter(head -> head.month().equals(month) && head.status() != InvoiceStatus.VOID)
                .map(head -> invoices.find(scope, head.id()))
                .flatMap(Optional::stream)
                .flatMap(FocusExport::charges)
                .toList();
    }

    static Stream<FocusCharge> charges(Invoice invoice) {
        return Stream.concat(
                invoice.lines().stream().map(line -> FocusCharge.of(invoice.head(), line)),
                invoice.head().taxes().stream().map(tax -> FocusCharge.of(invoice.head(), tax)));
    }
}
