package io.tenantlens.api.cost.budget;

import io.tenantlens.api.access.StaffDatabase;
import io.tenantlens.api.access.StaffScope;
import io.tenantlens.api.audit.AuditEntry;
import io.tenantlens.api.audit.AuditTrail;
import io.tenantlens.api.cost.Micros;
import io.tenantlens.api.cost.budget.BudgetUse.Expected;
import io.tenantlens.cost.tenant.TenantId;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Sets budgets of cost, and compares them with what the open month has cost so far. */
@Singleton
public class CostBudgets {

    private static final String QUERY = """
        SELECT t.tenant_id, t.name, b.amount, coalesce(c.total, 0) AS spent, p.month_end, p.month_end_low, p.month_end_high
        FROM tenants t
        LEFT JOIN LATERAL (
            SELECT amount FROM cost_budgets b WHERE b.tenant_id = t.tenant_id AND b.valid_from <= :month
            ORDER BY valid_from DESC LIMIT 1) AS b ON true
        LEFT JOIN cost_months c ON c.tenant_id = t.tenant_id AND c.month = :month
        LEFT JOIN cost_projections p ON p.tenant_id = t.tenant_id
        """;

    private final StaffDatabase database;
    private final AuditTrail trail;

    @Inject
    public CostBudgets(StaffDatabase database, AuditTrail trail) {
        this.database = database;
        this.trail = trail;
    }

    /** Those with a budget, the most used first. */
    public List<BudgetUse> uses(StaffScope scope, YearMonth month) {
        return database.inTransaction(
                scope,
                handle -> handle.createQuery(QUERY
                                + "WHERE b.amount IS NOT NULL ORDER BY coalesce(c.total, 0) / b.amount DESC,"
                                + " t.tenant_id")
                        .bind("month", month.atDay(1))
                        .map((row, _) -> use(row))
                        .list());
    }

    public Optional<BudgetUse> of(StaffScope scope, TenantId tenant, YearMonth month) {
        return database.inTransaction(
                scope,
                handle -> handle.createQuery(QUERY + "WHERE t.tenant_id = :tenant")
                        .bind("month", month.atDay(1))
                        .bind("tenant", tenant.value())
                        .map((row, _) -> use(row))
                        .findOne());
    }

    /**
     * Sets the budget from a month on.
     *
     * @param amount BDT a month; null for none
     */
    public void set(StaffScope scope, TenantId tenant, YearMonth month, @Nullable BigDecimal amount) {
        database.inTransaction(scope, handle -> {
            store(handle, tenant, month, amount);
            trail.record(
                    handle,
                    AuditEntry.of(
                            scope,
                            "cost-budget.set",
                            Map.of(
                                    "tenant", tenant.value(),
                                    "from", month.toString(),
                                    "amount", amount == null ? "none" : amount.toPlainString())));
            return tenant;
        });
    }

    private static void store(Handle handle, TenantId tenant, YearMonth month, @Nullable BigDecimal amount) {
        handle.createUpdate("""
            INSERT INTO cost_budgets (tenant_id, valid_from, amount) VALUES (:tenant, :month, :amount)
            ON CONFLICT (tenant_id, valid_from) DO UPDATE SET amount = excluded.amount\
            """)
                .bind("tenant", tenant.value())
                .bind("month", month.atDay(1))
                .bind("amount", amount)
                .execute();
    }

    private static BudgetUse use(ResultSet row) throws SQLException {
        var monthEnd = row.getBigDecimal("month_end");
        return new BudgetUse(
                new TenantId(row.getString("tenant_id")),
                row.getString("name"),
                row.getBigDecimal("amount"),
                Micros.decimal(row.getLong("spent")),
                monthEnd == null
                        ? Optional.empty()
                        : Optional.of(new Expected(
                                monthEnd, row.getBigDecimal("month_end_low"), row.getBigDecimal("month_end_high"))));
    }
}
