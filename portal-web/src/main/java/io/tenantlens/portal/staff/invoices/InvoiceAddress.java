package io.tenantlens.portal.staff.invoices;

import io.tenantlens.api.billing.invoice.InvoiceHead;
import io.tenantlens.api.billing.invoice.InvoiceStatus;
import io.tenantlens.api.billing.ledger.InvoiceSearch;
import io.tenantlens.api.billing.ledger.InvoiceSearch.Place;
import io.tenantlens.cost.tenant.TenantId;
import io.tenantlens.portal.range.QueryText;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The address of a state of the list. What was sent and makes no sense is read as not sent. */
record InvoiceAddress(
        String text,
        @Nullable InvoiceStatus status,
        @Nullable YearMonth month,
        @Nullable Place after) {

    static final String PATH = "/staff/invoices";

    private static final int SIZE = 50;

    static InvoiceAddress of(InvoiceChoice sent) {
        return new InvoiceAddress(
                sent.text() == null ? "" : sent.text().strip(),
                status(sent.status()),
                month(sent.month()),
                place(sent.after()));
    }

    InvoiceSearch search() {
        return new InvoiceSearch(text, status, month, after, SIZE);
    }

    InvoiceAddress after(InvoiceHead last) {
        return new InvoiceAddress(text, status, month, new Place(last.month(), last.tenant(), last.id()));
    }

    InvoiceAddress fromTheStart() {
        return new InvoiceAddress(text, status, month, null);
    }

    String url() {
        var query = QueryText.of(Map.of(
                "q",
                text,
                "status",
                status == null ? "" : key(status),
                "month",
                month == null ? "" : month.toString(),
                "after",
                after == null ? "" : after.month() + "," + after.tenant() + "," + after.invoice()));
        return query.isEmpty() ? PATH : PATH + "?" + query.substring(1);
    }

    static String key(InvoiceStatus status) {
        return status.name().toLowerCase(Locale.ROOT);
    }

    static @Nullable YearMonth month(@Nullable String sent) {
        try {
            return sent == null || sent.isBlank() ? null : YearMonth.parse(sent.strip());
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static @Nullable InvoiceStatus status(@Nullable String sent) {
        return Arrays.stream(InvoiceStatus.values())
                .filter(status -> key(status).equals(sent))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Place place(@Nullable String sent) {
        var parts = sent == null ? new String[0] : sent.split(",", -1);
        var month = parts.length == 3 ? month(parts[0]) : null;
        return month == null
                ? null
                : TenantId.ofShop(parts[1])
                        .map(tenant -> new Place(month, tenant, parts[2]))
                        .orElse(null);
    }
}
