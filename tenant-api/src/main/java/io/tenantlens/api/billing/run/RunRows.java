package io.tenantlens.api.billing.run;

import io.tenantlens.cost.money.Currency;
import io.tenantlens.cost.money.Money;
import io.tenantlens.cost.tenant.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Runs in the database: what a person reads of them. */
final class RunRows {

    private final Handle handle;

    RunRows(Handle handle) {
        this.handle = handle;
    }

    Optional<InvoiceRun> find(UUID id) {
        return handle.createQuery("SELECT * FROM invoice_runs WHERE run_id = :id")
                .bind("id", id)
                .map((row, _) -> run(row))
                .findOne();
    }

    /** The newest run of a month. */
    Optional<InvoiceRun> latest(YearMonth month) {
        return handle.createQuery("SELECT * FROM invoice_runs WHERE month = :month ORDER BY started_at DESC LIMIT 1")
                .bind("month", month.atDay(1))
                .map((row, _) -> run(row))
                .findOne();
    }

    /** The newest month first. */
    List<InvoiceRun> newest(int limit) {
        return handle.createQuery("SELECT * FROM invoice_runs ORDER BY month DESC, started_at DESC LIMIT :limit")
                .bind("limit", limit)
                .map((row, _) -> run(row))
                .list();
    }

    private InvoiceRun run(ResultSet row) throws SQLException {
        var id = row.getObject("run_id", UUID.class);
        return new InvoiceRun(
                id,
                YearMonth.from(row.getObject("month", LocalDate.class)),
                RunState.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                instant(row, "approved_at"),
                instant(row, "issued_at"),
                row.getObject("issue_requested_at") != null,
                progress(id),
                totals(id),
                exceptions(id));
    }

    private RunProgress progress(UUID id) {
        return handle.createQuery("""
                        SELECT count(*) FILTER (WHERE state = 'pending') AS pending,
                            count(*) FILTER (WHERE state = 'drafted') AS drafted,
                            count(*) FILTER (WHERE state = 'nothing') AS nothing,
                            count(*) FILTER (WHERE state = 'failed') AS failed,
                            count(*) FILTER (WHERE state = 'issued') AS issued
                        FROM invoice_run_tenants WHERE run_id = :id""")
                .bind("id", id)
                .map((row, _) -> new RunProgress(
                        row.getLong("pending"),
                        row.getLong("drafted"),
                        row.getLong("nothing"),
                        row.getLong("failed"),
                        row.getLong("issued")))
                .one();
    }

    private List<RunTotal> totals(UUID id) {
        return handle.createQuery("""
                        SELECT currency, count(*) AS invoices, sum(subtotal) AS subtotal, sum(discount) AS discount,
                            sum(credit) AS credit, sum(tax) AS tax, sum(total) AS total
                        FROM invoices WHERE run_id = :id AND status <> 'void' GROUP BY currency ORDER BY currency""")
                .bind("id", id)
                .map((row, _) -> {
                    var currency = Currency.of(row.getString("currency"));
                    return new RunTotal(
                            row.getLong("invoices"),
                            Money.rounded(row.getBigDecimal("subtotal"), currency),
                            Money.rounded(row.getBigDecimal("discount"), currency),
                            Money.rounded(row.getBigDecimal("credit"), currency),
                            Money.rounded(row.getBigDecimal("tax"), currency),
                            Money.rounded(row.getBigDecimal("total"), currency));
                })
                .list();
    }

    private List<RunException> exceptions(UUID id) {
        return handle.createQuery("""
                        SELECT tenant_id, reason FROM invoice_run_tenants
                        WHERE run_id = :id AND state = 'failed' ORDER BY tenant_id LIMIT :limit""")
                .bind("id", id)
                .bind("limit", InvoiceRun.LISTED_EXCEPTIONS)
                .map((row, _) -> new RunException(new TenantId(row.getString("tenant_id")), row.getString("reason")))
                .list();
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
