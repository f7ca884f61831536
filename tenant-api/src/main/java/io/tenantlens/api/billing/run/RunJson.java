package io.tenantlens.api.billing.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tenantlens.cost.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A run as the JSON API shows it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RunJson(
        String id,
        String month,
        String state,
        Instant startedAt,
        @Nullable Instant approvedAt,
        @Nullable Instant issuedAt,
        Tenants tenants,
        List<TotalJson> totals,
        List<ExceptionJson> exceptions) {

    /** Tenants by what became of them. */
    record Tenants(long all, long pending, long drafted, long nothingDue, long failed, long issued) {}

    record TotalJson(
            String currency,
            long invoices,
            String subtotal,
            String discount,
            String credit,
            String tax,
            String total) {}

    record ExceptionJson(String tenant, String reason) {}

    static RunJson of(InvoiceRun run) {
        var progress = run.progress();
        return new RunJson(
                run.id().toString(),
                run.month().toString(),
                run.state().name().toLowerCase(Locale.ROOT),
                run.startedAt(),
                run.approvedAt(),
                run.issuedAt(),
                new Tenants(
                        progress.tenants(),
                        progress.pending(),
                        progress.drafted(),
                        progress.nothing(),
                        progress.failed(),
                        progress.issued()),
                run.totals().stream().map(RunJson::total).toList(),
                run.exceptions().stream()
                        .map(exception -> new ExceptionJson(exception.tenant().value(), exception.reason()))
                        .toList());
    }

    private static TotalJson total(RunTotal total) {
        return new TotalJson(
                total.total().currency().code(),
                total.invoices(),
                plain(total.subtotal()),
                plain(total.discount()),
                plain(total.credit()),
                plain(total.tax()),
                plain(total.total()));
    }

    private static String plain(Money money) {
        return money.amount().toPlainString();
    }
}
