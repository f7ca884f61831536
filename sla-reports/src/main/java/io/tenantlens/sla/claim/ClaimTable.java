package io.tenantlens.sla.claim;

import io.tenantlens.cost.money.Currency;
import io.tenantlens.cost.money.Money;
import io.tenantlens.cost.tenant.TenantId;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The table of claims. */
final class ClaimTable {

    private static final String SELECT = """
            SELECT c.*, t.name, t.currency AS billed_in,
                   (SELECT max(revision) FROM sla_months m WHERE m.tenant_id = c.tenant_id AND m.month = c.month) AS newest
            FROM sla_credit_claims c JOIN tenants t USING (tenant_id)""";

    /** What was billed and credited in a year by the claims that were approved. */
    record YearSoFar(BigDecimal bills, BigDecimal credited) {}

    private ClaimTable() {}

    /** Those to decide first, then by month from the newest. */
    static List<CreditClaim> all(Handle handle, int most) {
        return handle.createQuery(
                        SELECT + " ORDER BY (c.status = 'proposed') DESC, c.month DESC, c.tenant_id LIMIT :most")
                .bind("most", most)
                .map((row, _) -> claim(row))
                .list();
    }

    static Optional<CreditClaim> find(Handle handle, TenantId tenant, YearMonth month) {
        return handle.createQuery(SELECT + " WHERE c.tenant_id = :tenant AND c.month = :month")
                .bind("tenant", tenant.value())
                .bind("month", month.atDay(1))
                .map((row, _) -> claim(row))
                .findOne();
    }

    /** Waits for whoever decides the same claim. */
    static Optional<CreditClaim> lock(Handle handle, TenantId tenant, YearMonth month) {
        return handle.createQuery(SELECT + " WHERE c.tenant_id = :tenant AND c.month = :month FOR UPDATE OF c")
                .bind("tenant", tenant.value())
                .bind("month", month.atDay(1))
                .map((row, _) -> claim(row))
                .findOne();
    }

    static YearSoFar approved(Handle handle, TenantId tenant, Year year, Currency currency) {
        return handle.createQuery("""
                        SELECT coalesce(sum(bill), 0) AS bills, coalesce(sum(amount), 0) AS credited FROM sla_credit_claims
                        WHERE tenant_id = :tenant AND status = 'approved' AND currency = :currency
                          AND month >= :start AND month < :end""")
                .bind("tenant", tenant.value())
                .bind("currency", currency.code())
                .bind("start", year.atDay(1))
                .bind("end", year.plusYears(1).atDay(1))
                .map((row, _) -> new YearSoFar(row.getBigDecimal("bills"), row.getBigDecimal("credited")))
                .one();
    }

    static void decide(
            Handle handle,
            CreditClaim claim,
            String status,
            @Nullable Money bill,
            @Nullable Money amount,
            String note,
            Instant now) {
        handle.createUpdate("""
                        UPDATE sla_credit_claims SET status = :status, decided_at = :now, bill = :bill, amount = :amount,
                            currency = :currency, note = nullif(:note, '')
                        WHERE tenant_id = :tenant AND month = :month""")
                .bind("tenant", claim.tenant().value())
                .bind("month", claim.month().atDay(1))
                .bind("status", status)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .bind("bill", bill == null ? null : bill.amount())
                .bind("amount", amount == null ? null : amount.amount())
                .bind("currency", amount == null ? null : claim.currency().code())
                .bind("note", note)
                .execute();
    }

    private static CreditClaim claim(ResultSet row) throws SQLException {
        var decided = row.getObject("decided_at", OffsetDateTime.class);
        var currency = Currency.of(row.getString("billed_in"));
        return new CreditClaim(
                new TenantId(row.getString("tenant_id")),
                row.getString("name"),
                YearMonth.from(row.getObject("month", LocalDate.class)),
                row.getInt("revision"),
                row.getInt("newest"),
                row.getBigDecimal("percent"),
                row.getBigDecimal("year_cap_percent"),
                row.getBigDecimal("availability_percent"),
                row.getBigDecimal("objective_percent"),
                CreditClaim.Status.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
                currency,
                row.getObject("proposed_at", OffsetDateTime.class).toInstant(),
                decided == null ? null : decided.toInstant(),
                money(row.getBigDecimal("bill"), row.getString("currency")),
                money(row.getBigDecimal("amount"), row.getString("currency")),
                row.getString("note"));
    }

    private static @Nullable Money money(@Nullable BigDecimal amount, @Nullable String currency) {
        return amount == null || currency == null ? null : Money.rounded(amount, Currency.of(currency));
    }
}
