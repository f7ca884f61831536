package io.tenantlens.portal.tenant.bills;

import io.tenantlens.api.billing.invoice.DocumentKind;
import io.tenantlens.api.billing.invoice.InvoiceHead;
import io.tenantlens.api.billing.invoice.InvoiceStatus;
import io.tenantlens.portal.chart.Chart;
import io.tenantlens.portal.chart.Chart.Form;
import io.tenantlens.portal.chart.NumberLabels;
import io.tenantlens.portal.chart.Point;
import io.tenantlens.portal.chart.Series;
import io.tenantlens.portal.layout.TenantVisit;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The totals of a tenant's invoices, month by month. */
final class BillHistoryChart {

    private static final int SHOWN = 13;

    private BillHistoryChart() {}

    /** Void invoices are left out; null where fewer than two are left in the newest one's currency. */
    static @Nullable Chart of(List<InvoiceHead> documents, TenantVisit visit) {
        var invoices = documents.stream()
                .filter(head -> head.kind() == DocumentKind.INVOICE && head.status() != InvoiceStatus.VOID)
                .toList();
        var sameCurrency = invoices.stream()
                .filter(head -> head.total()
                        .currency()
                        .equals(invoices.getFirst().total().currency()))
                .limit(SHOWN)
                .toList()
                .reversed();
        return sameCurrency.size() < 2 ? null : chart(sameCurrency, visit);
    }

    private static Chart chart(List<InvoiceHead> invoices, TenantVisit visit) {
        var look = visit.look();
        var currency = invoices.getFirst().total().currency();
        return new Chart(
                "invoices",
                "Invoices by month",
                Form.STACKED,
                invoices.stream()
                        .map(head -> new Point(
                                look.month(head.month()),
                                look.month(head.month()),
                                visit.path() + "/bills/" + head.id(),
                                false))
                        .toList(),
                List.of(Series.main(
                        "Total with tax",
                        invoices.stream()
                                .<@Nullable BigDecimal>map(head -> head.total().amount())
                                .toList())),
                new NumberLabels(
                        value -> look.shortQuantity(value, currency.code()),
                        value -> value == null ? "no data" : look.price(value, currency)));
    }
}
