package io.tenantlens.sla.reading;

import io.tenantlens.api.access.TenantDatabase;
import io.tenantlens.api.access.TenantScope;
import io.tenantlens.api.histogram.Histogram;
import io.tenantlens.api.usage.UsageQueries;
import io.tenantlens.cost.time.DateRange;
import io.tenantlens.cost.time.Period;
import io.tenantlens.sla.indicator.Availability;
import io.tenantlens.sla.indicator.CountingMethod;
import io.tenantlens.sla.indicator.TimeSlice;
import io.tenantlens.sla.indicator.TimeSlice.State;
import io.tenantlens.sla.objective.Objective;
import io.tenantlens.sla.reading.internal.LatencyQueries;
import io.tenantlens.sla.reading.internal.LatencyQueries.StoredLatency;
import io.tenantlens.sla.reading.internal.MaintenanceQueries;
import io.tenantlens.sla.reading.internal.PromiseQueries;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** Reads availability, latency and error budget of a tenant from its roll-ups. */
@Singleton
public class SlaReadings {

    /** What burn alerts look at, as far as hours can tell; the shorter windows are Prometheus' own. */
    private static final List<Duration> BURN_WINDOWS = List.of(
            RequestCounts.HOUR, Duration.ofHours(2), Duration.ofHours(6), Duration.ofDays(1), Duration.ofDays(3));

    private static final Duration LONGEST_WINDOW = BURN_WINDOWS.getLast();

    private final TenantDatabase database;
    private final UsageQueries usage;
    private final Clock clock;

    @Inject
    SlaReadings(TenantDatabase database, UsageQueries usage, Clock clock) {
        this.database = database;
        this.usage = usage;
        this.clock = clock;
    }

    /** A calendar month of the tenant, so far if it is still open. */
    public SlaReading month(TenantScope scope, YearMonth month) {
        return over(scope, new DateRange(month.atDay(1), month.plusMonths(1).atDay(1)));
    }

    /** The month that it is where the tenant is. */
    public SlaReading currentMonth(TenantScope scope) {
        var zone = database.inTransaction(scope, handle -> PromiseQueries.zone(handle, scope.tenant()));
        return month(scope, YearMonth.now(clock.withZone(zone)));
    }

    /** Some days of the tenant. */
    public SlaReading over(TenantScope scope, DateRange days) {
        var folded = usage.asOf(scope).orElseGet(clock::instant);
        return database.inTransaction(scope, handle -> read(handle, scope, days, folded));
    }

    private SlaReading read(Handle handle, TenantScope scope, DateRange days, Instant folded) {
        var tenant = scope.tenant();
        var zone = PromiseQueries.zone(handle, tenant);
        var promise = PromiseQueries.promise(handle, tenant, days.start());
        var period = days.in(zone);
        var asOf = folded.isBefore(period.end()) ? folded : period.end();
        var recently = upTo(asOf, LONGEST_WINDOW);
        var maintenance = MaintenanceQueries.during(handle, tenant, spanning(period, recently));
        var requests = new RequestCounts(handle, tenant, maintenance);
        var counted = requests.days(days, zone);
        var stored = LatencyQueries.days(handle, tenant, days);
        var endpoints = merge(stored, StoredLatency::endpoint);
        return new SlaReading(
                tenant,
                days,
                asOf,
                promise,
                maintenance.stream()
                        .filter(work -> work.period().overlaps(period))
                        .toList(),
                availability(requests, promise.objective(), period, counted),
                counted,
                lately(requests.hours(recently), asOf),
                total(endpoints),
                endpoints,
                merge(stored, StoredLatency::day));
    }

    private static Period spanning(Period one, Period other) {
        return new Period(
                one.start().isBefore(other.start()) ? one.start() : other.start(),
                one.end().isAfter(other.end()) ? one.end() : other.end());
    }

    private static Availability availability(
            RequestCounts requests, Objective objective, Period period, SortedMap<LocalDate, Availability> counted) {
        return switch (objective.counting()) {
            case OCCURRENCES -> sum(counted.values());
            case TIMESLICES -> {
                var slices = requests.hours(period).values().stream()
                        .map(hour -> new TimeSlice(hour, State.OK))
                        .toList();
                yield CountingMethod.TIMESLICES.over(
                        slices, objective.availability().percent());
            }
        };
    }

    /** Whole hours: a window of n takes in each hour that touches the last n. */
    private static SortedMap<Duration, Availability> lately(NavigableMap<Instant, Availability> hours, Instant asOf) {
        var lately = new TreeMap<Duration, Availability>();
        for (var window : BURN_WINDOWS) {
            lately.put(
                    window, sum(hours.tailMap(upTo(asOf, window).start(), false).values()));
        }
        return lately;
    }

    private static Period upTo(Instant asOf, Duration window) {
        return new Period(asOf.minus(window).minus(RequestCounts.HOUR), asOf);
    }

    private static Availability sum(Collection<Availability> parts) {
        return parts.stream().reduce(Availability.NO_DATA, Availability::plus);
    }

    private static <K> SortedMap<K, Latency> merge(List<StoredLatency> stored, Function<StoredLatency, K> key) {
        var merged = new TreeMap<K, Histogram>();
        for (var part : stored) {
            merged.merge(key.apply(part), part.histogram(), Histogram::merge);
        }
        var latencies = new TreeMap<K, Latency>();
        merged.forEach((k, histogram) -> latencies.put(k, new Latency(histogram)));
        return latencies;
    }

    private static Latency total(SortedMap<String, Latency> endpoints) {
        return endpoints.values().stream()
                .map(Latency::distribution)
                .reduce(Histogram::merge)
                .map(Latency::new)
                .orElse(Latency.NO_DATA);
    }
}
