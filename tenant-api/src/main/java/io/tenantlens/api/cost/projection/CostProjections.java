package io.tenantlens.api.cost.projection;

import io.quarkus.scheduler.Scheduled;
import io.tenantlens.api.cost.Micros;
import io.tenantlens.api.cost.run.CostConfig;
import io.tenantlens.api.database.WorkerDatabase;
import io.tenantlens.api.instance.Roles;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/** Computes all projections anew, several times an hour, from the daily sums of eight weeks. */
@Singleton
public class CostProjections {

    private static final int LEARNT_FROM = 56;

    private final WorkerDatabase database;
    private final CostConfig config;
    private final Roles roles;
    private final Clock clock;

    @Inject
    public CostProjections(WorkerDatabase database, CostConfig config, Roles roles, Clock clock) {
        this.database = database;
        this.config = config;
        this.roles = roles;
        this.clock = clock;
    }

    @Scheduled(every = "10m", delayed = "90s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        if (roles.works()) {
            refresh();
        }
    }

    /** A tenant with too few days has none afterwards. */
    public void refresh() {
        var today = LocalDate.ofInstant(clock.instant(), config.zone());
        database.useTransaction(handle -> {
            var projections = new TreeMap<String, CostProjection>();
            days(handle, today)
                    .forEach((tenant, days) -> CostProjection.of(
                                    values(days, today), spent(days, today), leftOfMonth(today))
                            .ifPresent(projection -> projections.put(tenant, projection)));
            store(handle, projections);
        });
    }

    private static SortedMap<String, NavigableMap<LocalDate, BigDecimal>> days(Handle handle, LocalDate today) {
        return handle.createQuery("SELECT tenant_id, day, total FROM cost_days WHERE day >= :from AND day < :today")
                .bind("from", today.minusDays(LEARNT_FROM))
                .bind("today", today)
                .reduceRows(new TreeMap<String, NavigableMap<LocalDate, BigDecimal>>(), (tenants, row) -> {
                    tenants.computeIfAbsent(row.getColumn("tenant_id", String.class), _ -> new TreeMap<>())
                            .put(
                                    row.getColumn("day", LocalDate.class),
                                    Micros.decimal(row.getColumn("total", Long.class)));
                    return tenants;
                });
    }

    private static List<BigDecimal> values(NavigableMap<LocalDate, BigDecimal> days, LocalDate today) {
        return days.firstKey()
                .datesUntil(today)
                .map(day -> days.getOrDefault(day, BigDecimal.ZERO))
                .toList();
    }

    private static BigDecimal spent(NavigableMap<LocalDate, BigDecimal> days, LocalDate today) {
        return days.tailMap(today.withDayOfMonth(1)).values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static int leftOfMonth(LocalDate today) {
        return (int) ChronoUnit.DAYS.between(
                today, YearMonth.from(today).plusMonths(1).atDay(1));
    }

    private void store(Handle handle, SortedMap<String, CostProjection> projections) {
        handle.execute("DELETE FROM cost_projections WHERE NOT tenant_id = ANY (?)", (Object)
                projections.keySet().toArray(String[]::new));
        if (projections.isEmpty()) {
            return;
        }
        var tenants = List.copyOf(projections.keySet());
        var values = List.copyOf(projections.values());
        handle.createUpdate("""
            INSERT INTO cost_projections
            SELECT tenant_id, :now, week::numeric, month::numeric, month_end::numeric, low::numeric, high::numeric
            FROM unnest(:tenants, :weeks, :months, :ends, :lows, :highs) AS p (tenant_id, week, month, month_end, low, high)
            ON CONFLICT (tenant_id) DO UPDATE SET computed_at = excluded.computed_at, week = excluded.week,
                month = excluded.month, month_end = excluded.month_end, month_end_low = excluded.month_end_low,
                month_end_high = excluded.month_end_high\
            """)
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .bind("tenants", tenants.toArray(String[]::new))
                .bind("weeks", texts(values.stream().map(CostProjection::week).toList()))
                .bind("months", texts(values.stream().map(CostProjection::month).toList()))
                .bind(
                        "ends",
                        texts(values.stream().map(one -> one.monthEnd().value()).toList()))
                .bind(
                        "lows",
                        texts(values.stream().map(one -> one.monthEnd().low()).toList()))
                .bind(
                        "highs",
                        texts(values.stream().map(one -> one.monthEnd().high()).toList()))
                .execute();
    }

    private static String[] texts(List<BigDecimal> amounts) {
        return amounts.stream().map(BigDecimal::toPlainString).toArray(String[]::new);
    }
}
