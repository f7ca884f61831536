package io.tenantlens.api.cost.run;

import io.tenantlens.api.cost.setting.CostSettingRows;
import io.tenantlens.api.cost.setting.CostSettings;
import io.tenantlens.api.database.SqlFailedException;
import io.tenantlens.api.database.WorkerDatabase;
import io.tenantlens.cost.allocation.units.UnitAllocator;
import io.tenantlens.cost.time.DateRange;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Allocates the cost of days and hours, again if need be: a run replaces its window in one transaction, and the same usage and
 * settings give the same rows. A window is claimed in the database, so that several instances may run at once.
 */
@Singleton
public class CostRuns {

    /** Leads the lock of each window. */
    private static final int LOCK = 0x7C05;

    private static final int LOCK_OF_HOURS = -1;

    private final WorkerDatabase database;
    private final CostConfig config;
    private final Clock clock;

    @Inject
    public CostRuns(WorkerDatabase database, CostConfig config, Clock clock) {
        this.database = database;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Allocates days of one month that are not in the future.
     *
     * @return false if another instance is at this month, which then does the same
     */
    public boolean days(DateRange days) {
        var month = YearMonth.from(days.start());
        if (!month.equals(YearMonth.from(days.end().minusDays(1)))) {
            throw new IllegalArgumentException("a run is within one month: " + days);
        }
        database.useTransaction(handle -> handle.select(
                        "SELECT ensure_month_partitions('cost_days', ?, ?)::text", days.start(), days.start())
                .mapTo(String.class)
                .list());
        try {
            return database.inTransaction(handle -> {
                if (!claim(handle, Math.toIntExact(month.atDay(1).toEpochDay()))) {
                    return false;
                }
                replaceDays(handle, days);
                sumUp(handle, month);
                return true;
            });
        } catch (SQLException e) {
            throw new SqlFailedException(e);
        }
    }

    /** Allocates whole hours from one to before another. False if another instance is at it. */
    public boolean hours(Instant from, Instant to) {
        try {
            return database.inTransaction(handle -> claim(handle, LOCK_OF_HOURS) && replaceHours(handle, from, to));
        } catch (SQLException e) {
            throw new SqlFailedException(e);
        }
    }

    private static boolean claim(Handle handle, int window) {
        return handle.select("SELECT pg_try_advisory_xact_lock(?, ?)", LOCK, window)
                .mapTo(Boolean.class)
                .one();
    }

    private void replaceDays(Handle handle, DateRange days) throws SQLException {
        var settings = CostSettingRows.read(handle);
        var tenants = CostTenants.read(handle);
        var bills = BilledCosts.read(handle, days);
        var windows = new ArrayList<WindowCosts>();
        for (var stretch : settings.stretches(days)) {
            windows.addAll(divideDays(handle.getConnection(), settings, tenants, bills, stretch));
        }
        for (var table : List.of("cost_days", "cost_day_runs", "cost_day_pools")) {
            handle.createUpdate("DELETE FROM <table> WHERE day >= :from AND day < :to")
                    .define("table", table)
                    .bind("from", days.start())
                    .bind("to", days.end())
                    .execute();
        }
        new CostRows(handle.getConnection(), tenants).days(windows);
        new RunProofs(handle, clock.instant(), tenants.size()).days(windows);
    }

    private List<WindowCosts> divideDays(
            Connection connection, CostSettings settings, CostTenants tenants, BilledCosts bills, DateRange stretch)
            throws SQLException {
        var rules = settings.on(stretch.start());
        var usage = WindowUsage.days(
                connection,
                rules.drivers(),
                tenants,
                stretch.start().atTime(LocalTime.MIDNIGHT),
                stretch.end().atTime(LocalTime.MIDNIGHT));
        var allocator = new UnitAllocator();
        return stretch.start()
                .datesUntil(stretch.end())
                .map(day -> CostWindow.day(day, clock.instant(), config.zone()))
                .map(window -> WindowCosts.divide(window, rules, usage.of(window.start()), tenants, bills, allocator))
                .toList();
    }

    /** The month's sums follow its days in the same transaction. */
    private static void sumUp(Handle handle, YearMonth month) {
        handle.execute("DELETE FROM cost_months WHERE month = ?", month.atDay(1));
        handle.createUpdate("""
            INSERT INTO cost_months (tenant_id, month, days, total, <types>, <figures>)
            SELECT tenant_id, :month, count(*), sum(total)::bigint, <types_summed>, <figures_summed>
            FROM cost_days WHERE day >= :month AND day < :next GROUP BY tenant_id\
            """)
                .define("types", CostRows.typeColumns())
                .define("figures", CostRows.figureColumns())
                .define("types_summed", CostRows.typesSummed())
                .define("figures_summed", CostRows.figuresSummed())
                .bind("month", month.atDay(1))
                .bind("next", month.plusMonths(1).atDay(1))
                .execute();
    }

    private boolean replaceHours(Handle handle, Instant from, Instant to) throws SQLException {
        var settings = CostSettingRows.read(handle);
        var tenants = CostTenants.read(handle);
        var first = from.atOffset(ZoneOffset.UTC).toLocalDateTime();
        var end = to.atOffset(ZoneOffset.UTC).toLocalDateTime();
        var rules = settings.on(from.atZone(config.zone()).toLocalDate());
        var usage = WindowUsage.hours(handle.getConnection(), rules.drivers(), tenants, first, end);
        var allocator = new UnitAllocator();
        var windows = new ArrayList<WindowCosts>();
        for (var hour = from; hour.isBefore(to); hour = hour.plus(1, ChronoUnit.HOURS)) {
            var window = CostWindow.hour(hour, config.zone());
            windows.add(WindowCosts.divide(
                    window, rules, usage.of(window.start()), tenants, BilledCosts.none(), allocator));
        }
        var kept = clock.instant().minus(config.hours()).atOffset(ZoneOffset.UTC);
        for (var table : List.of("cost_hours", "cost_hour_runs")) {
            handle.createUpdate(
                            "DELETE FROM <table> WHERE hour_start < :kept OR hour_start >= :from AND hour_start < :to")
                    .define("table", table)
                    .bind("kept", kept)
                    .bind("from", from.atOffset(ZoneOffset.UTC))
                    .bind("to", to.atOffset(ZoneOffset.UTC))
                    .execute();
        }
        new CostRows(handle.getConnection(), tenants).hours(windows);
        new RunProofs(handle, clock.instant(), tenants.size()).hours(windows);
        return true;
    }
}
