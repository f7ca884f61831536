package io.tenantlens.api.margin;

import io.quarkus.scheduler.Scheduled;
import io.tenantlens.api.cost.run.CostConfig;
import io.tenantlens.api.database.WorkerDatabase;
import io.tenantlens.api.instance.Roles;
import io.tenantlens.cost.tenant.TenantId;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.jdbi.v3.core.Handle;

/**
 * Keeps what has accrued: the open month and the one before every few minutes, an older one once. A month that was billed is
 * left alone from then on.
 */
@Singleton
public class AccrualSchedule {

    /** Rating takes a twentieth of the time at most. */
    private static final int REST = 20;

    private static final Duration LEAST_REST = Duration.ofMinutes(5);
    private static final int MONTHS = 13;

    private final WorkerDatabase database;
    private final CostConfig config;
    private final Roles roles;
    private final Clock clock;
    private Instant dueAt = Instant.MIN;

    @Inject
    public AccrualSchedule(WorkerDatabase database, CostConfig config, Roles roles, Clock clock) {
        this.database = database;
        this.config = config;
        this.roles = roles;
        this.clock = clock;
    }

    @Scheduled(every = "1m", delayed = "45s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        if (roles.works() && !clock.instant().isBefore(dueAt)) {
            var began = clock.instant();
            refresh();
            var rest = Duration.between(began, clock.instant()).multipliedBy(REST);
            dueAt = clock.instant().plus(rest.compareTo(LEAST_REST) > 0 ? rest : LEAST_REST);
        }
    }

    /** Each month in a transaction of its own. */
    public void refresh() {
        due().forEach(month -> database.useTransaction(
                handle -> store(handle, month, new AccruedRevenue(handle, month, gone(month)).read())));
    }

    private List<YearMonth> due() {
        var open = YearMonth.from(LocalDate.ofInstant(clock.instant(), config.zone()));
        var first = open.minusMonths(MONTHS);
        return database.inTransaction(handle -> {
            var billed = months(
                    handle,
                    "SELECT DISTINCT month FROM invoice_runs WHERE state = 'issued' AND month >= :first",
                    first);
            var known = months(handle, "SELECT DISTINCT month FROM tenant_accruals WHERE month >= :first", first);
            var costly = months(handle, "SELECT month FROM cost_month_runs WHERE month >= :first", first);
            var due = new ArrayList<>(costly);
            due.removeAll(billed);
            due.removeIf(month -> known.contains(month) && month.isBefore(open.minusMonths(1)));
            return due;
        });
    }

    private static List<YearMonth> months(Handle handle, String query, YearMonth first) {
        return handle.createQuery(query)
                .bind("first", first.atDay(1))
                .mapTo(LocalDate.class)
                .map(YearMonth::from)
                .list();
    }

    private BigDecimal gone(YearMonth month) {
        var start = month.atDay(1).atStartOfDay(config.zone()).toInstant();
        var end = month.plusMonths(1).atDay(1).atStartOfDay(config.zone()).toInstant();
        var now = clock.instant();
        if (!now.isBefore(end)) {
            return BigDecimal.ONE;
        }
        var whole = BigDecimal.valueOf(Duration.between(start, end).toMinutes());
        return BigDecimal.valueOf(Math.max(Duration.between(start, now).toMinutes(), 0))
                .divide(whole, MathContext.DECIMAL64);
    }

    private void store(Handle handle, YearMonth month, SortedMap<TenantId, BigDecimal> accrued) {
        handle.execute("DELETE FROM tenant_accruals WHERE month = ?", month.atDay(1));
        if (accrued.isEmpty()) {
            return;
        }
        handle.createUpdate("""
            INSERT INTO tenant_accruals (tenant_id, month, revenue, computed_at)
            SELECT tenant_id, :month, revenue::numeric, :now
            FROM unnest(:tenants, :amounts) AS accrued (tenant_id, revenue)\
            """)
                .bind("month", month.atDay(1))
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .bind("tenants", accrued.keySet().stream().map(TenantId::value).toArray(String[]::new))
                .bind(
                        "amounts",
                        accrued.values().stream().map(BigDecimal::toPlainString).toArray(String[]::new))
                .execute();
    }
}
