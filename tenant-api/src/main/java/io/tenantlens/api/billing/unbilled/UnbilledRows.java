package io.tenantlens.api.billing.unbilled;

import io.tenantlens.cost.meter.MeterKey;
import io.tenantlens.cost.money.Currency;
import io.tenantlens.cost.money.Money;
import io.tenantlens.cost.tenant.TenantId;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What was found, in the database. */
final class UnbilledRows {

    private final Handle handle;

    UnbilledRows(Handle handle) {
        this.handle = handle;
    }

    void forget() {
        handle.execute("DELETE FROM unbilled_usage");
    }

    /** A meter that several charges correct is one row. */
    void add(List<UnbilledUsage> found) {
        handle.createUpdate("""
                        INSERT INTO unbilled_usage (tenant_id, month, meter, cause, quantity, currency, amount)
                        SELECT tenant_id, month, meter, cause, sum(quantity), max(currency), sum(amount)
                        FROM unnest(:tenants, :months, :meters, :causes, :quantities, :currencies, :amounts)
                            AS f (tenant_id, month, meter, cause, quantity, currency, amount)
                        GROUP BY tenant_id, month, meter, cause""")
                .bind("tenants", found.stream().map(one -> one.tenant().value()).toArray(String[]::new))
                .bind("months", found.stream().map(one -> one.month().atDay(1)).toArray(LocalDate[]::new))
                .bind("meters", found.stream().map(one -> one.meter().value()).toArray(String[]::new))
                .bind("causes", found.stream().map(one -> one.cause().column()).toArray(String[]::new))
                .bind("quantities", found.stream().map(UnbilledUsage::quantity).toArray(BigDecimal[]::new))
                .bind(
                        "currencies",
                        found.stream()
                                .map(one -> one.amount() == null
                                        ? null
                                        : one.amount().currency().code())
                                .toArray(String[]::new))
                .bind(
                        "amounts",
                        found.stream()
                                .map(one -> one.amount() == null
                                        ? null
                                        : one.amount().amount())
                                .toArray(BigDecimal[]::new))
                .execute();
    }

    void note(Instant endedAt) {
        handle.createUpdate("""
                        INSERT INTO unbilled_rounds (ended_at) VALUES (:at)
                        ON CONFLICT (only_one) DO UPDATE SET ended_at = excluded.ended_at""").bind("at", endedAt.atOffset(ZoneOffset.UTC)).execute();
    }

    Optional<Instant> endedAt() {
        return handle.createQuery("SELECT ended_at FROM unbilled_rounds")
                .mapTo(OffsetDateTime.class)
                .findOne()
                .map(OffsetDateTime::toInstant);
    }

    /** The newest month first, then what is worth most. */
    List<UnbilledUsage> list(int limit) {
        return handle.createQuery("""
                        SELECT * FROM unbilled_usage
                        ORDER BY month DESC, abs(amount) DESC NULLS LAST, quantity DESC, tenant_id, meter, cause LIMIT :limit""")
                .bind("limit", limit)
                .map((row, _) -> usage(row))
                .list();
    }

    private static UnbilledUsage usage(ResultSet row) throws SQLException {
        var currency = row.getString("currency");
        return new UnbilledUsage(
                new TenantId(row.getString("tenant_id")),
                YearMonth.from(row.getObject("month", LocalDate.class)),
                new MeterKey(row.getString("meter")),
                Cause.of(row.getString("cause")),
                row.getBigDecimal("quantity"),
                currency == null ? null : Money.rounded(row.getBigDecimal("amount"), Currency.of(currency)));
    }
}
