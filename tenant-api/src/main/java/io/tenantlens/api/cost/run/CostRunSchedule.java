package io.tenantlens.api.cost.run;

import io.quarkus.scheduler.Scheduled;
import io.tenantlens.api.database.WorkerDatabase;
import io.tenantlens.api.instance.Roles;
import io.tenantlens.cost.time.DateRange;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Keeps cost up to date: the hours that have ended, the open month while it grows, and any month whose usage, bills or settings
 * changed since it was allocated last.
 */
@Singleton
public class CostRunSchedule {

    private static final Logger LOG = Logger.getLogger(CostRunSchedule.class);

    /** Allocating takes a twentieth of the time at most. */
    private static final int REST = 20;

    private static final Duration LEAST_REST = Duration.ofMinutes(2);

    /** Late samples of these hours are still taken up. */
    private static final int HOURS = 26;

    private final WorkerDatabase database;
    private final CostRuns runs;
    private final CostConfig config;
    private final Roles roles;
    private final Clock clock;

    /** The statistics of months that are not allocated yet, when last looked at: what still changes is left to settle. */
    private final Map<YearMonth, String> settling = new HashMap<>();

    private Instant openMonthDueAt = Instant.MIN;

    @Inject
    CostRunSchedule(WorkerDatabase database, CostRuns runs, CostConfig config, Roles roles, Clock clock) {
        this.database = database;
        this.runs = runs;
        this.config = config;
        this.roles = roles;
        this.clock = clock;
    }

    @Scheduled(every = "1m", delayed = "20s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        if (roles.works()) {
            catchUp();
        }
    }

    /** Does what is due now. */
    void catchUp() {
        var today = LocalDate.ofInstant(clock.instant(), config.zone());
        firstDay(today).ifPresent(first -> {
            var versions = versions();
            var known = allocated();
            for (var month = YearMonth.from(today);
                    !month.isBefore(YearMonth.from(first));
                    month = month.minusMonths(1)) {
                var version = versions.getOrDefault(month, "none");
                if (month.equals(YearMonth.from(today))) {
                    openMonth(month, first, today, version);
                } else if (!version.equals(known.get(month)) && hasSettled(month, version)) {
                    allocate(month, first, today, version);
                }
            }
        });
    }

    private void openMonth(YearMonth month, LocalDate first, LocalDate today, String version) {
        if (clock.instant().isBefore(openMonthDueAt)) {
            return;
        }
        var began = clock.instant();
        allocate(month, first, today, version);
        var hour = began.truncatedTo(ChronoUnit.HOURS);
        runs.hours(hour.minus(HOURS, ChronoUnit.HOURS), hour);
        var took = Duration.between(began, clock.instant());
        var rest = took.multipliedBy(REST);
        openMonthDueAt = clock.instant().plus(rest.compareTo(LEAST_REST) > 0 ? rest : LEAST_REST);
    }

    private boolean hasSettled(YearMonth month, String version) {
        return version.equals(settling.put(month, version));
    }

    private void allocate(YearMonth month, LocalDate first, LocalDate today, String version) {
        var start = month.atDay(1).isBefore(first) ? first : month.atDay(1);
        var end = month.plusMonths(1).atDay(1);
        var days = new DateRange(start, today.isBefore(end) ? today.plusDays(1) : end);
        if (runs.days(days)) {
            settling.remove(month);
            remember(month, version);
            LOG.debugf("allocated %s", days);
        }
    }

    /** Tenants are a day ahead of the platform's zone at most, and none has cost before the first one signed up. */
    private Optional<LocalDate> firstDay(LocalDate today) {
        var earliest = today.minusDays(config.history().toDays());
        return database.inTransaction(
                        handle -> handle.select("SELECT min(signed_up_on) FROM tenants WHERE tenant_id <> '_platform'")
                                .mapTo(LocalDate.class)
                                .findOne())
                .map(signedUp -> signedUp.isBefore(earliest) ? earliest : signedUp)
                .filter(day -> !day.isAfter(today));
    }

    /** How often rows of a month of usage were written, from the statistics of its partition. */
    private Map<YearMonth, String> versions() {
        var versions = new HashMap<YearMonth, String>();
        database.inTransaction(handle -> handle.createQuery("""
            SELECT right(relname, 6) AS month, n_tup_ins || ' ' || n_tup_upd || ' ' || n_tup_del AS version
            FROM pg_stat_user_tables WHERE relname ~ '^usage_day_[0-9]{6}$'\
            """)
                .map((row, _) -> {
                    var month = row.getString("month");
                    return versions.put(
                            YearMonth.of(Integer.parseInt(month.substring(0, 4)), Integer.parseInt(month.substring(4))),
                            row.getString("version"));
                })
                .list());
        return versions;
    }

    private Map<YearMonth, String> allocated() {
        var known = new HashMap<YearMonth, String>();
        database.inTransaction(handle -> handle.createQuery("SELECT month, usage_version FROM cost_month_runs")
                .map((row, _) -> known.put(
                        YearMonth.from(row.getObject("month", LocalDate.class)), row.getString("usage_version")))
                .list());
        return known;
    }

    private void remember(YearMonth month, String version) {
        database.useTransaction(handle -> handle.execute(
                "INSERT INTO cost_month_runs VALUES (?, ?, ?) ON CONFLICT (month) DO UPDATE"
                        + " SET usage_version = excluded.usage_version, computed_at = excluded.computed_at",
                month.atDay(1),
                version,
                clock.instant().atOffset(ZoneOffset.UTC)));
    }
}
