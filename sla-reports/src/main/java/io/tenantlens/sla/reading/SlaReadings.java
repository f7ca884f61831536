package io.tenantlens.sla.reading;

import io.tenantlens.api.access.TenantDatabase;
import io.tenantlens.api.access.TenantScope;
import io.tenantlens.api.histogram.Histogram;
import io.tenantlens.api.series.Shards;
import io.tenantlens.cost.tenant.TenantId;
import io.tenantlens.cost.time.DateRange;
import io.tenantlens.sla.reading.internal.LatencyQueries;
import io.tenantlens.sla.reading.internal.PromiseQueries;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** Reads availability, latency and error budget of tenants from their roll-ups. */
@Singleton
public class SlaReadings {

    private final TenantDatabase database;
    private final Shards shards;
    private final Clock clock;

    @Inject
    public SlaReadings(TenantDatabase database, Shards shards, Clock clock) {
        this.database = database;
        this.shards = shards;
        this.clock = clock;
    }

    /** A calendar month of the tenant, so far if it is still open. */
    public SlaReading month(TenantScope scope, YearMonth month) {
        return over(scope, daysOf(month));
    }

    /** The month that it is where the tenant is. */
    public SlaReading currentMonth(TenantScope scope) {
        return month(scope, YearMonth.now(clock.withZone(zone(scope))));
    }

    /** In which the tenant's days are cut. */
    public ZoneId zone(TenantScope scope) {
        return database.inTransaction(scope, handle -> PromiseQueries.zone(handle, scope.tenant()));
    }

    /** Some days of the tenant. */
    public SlaReading over(TenantScope scope, DateRange days) {
        return database.inTransaction(
                scope, handle -> over(handle, List.of(scope.tenant()), days).getFirst());
    }

    /** A calendar month of several tenants, in their order, within a transaction that sees them. */
    public List<SlaReading> month(Handle handle, Collection<TenantId> tenants, YearMonth month) {
        return over(handle, tenants, daysOf(month));
    }

    private List<SlaReading> over(Handle handle, Collection<TenantId> tenants, DateRange days) {
        var folded = FoldedUntil.read(handle, shards);
        return new ReadingBatch(handle, days, tenant -> folded.of(tenant).orElseGet(clock::instant)).read(tenants);
    }

    /** How long the requests of one endpoint took each day, or those of all where none is named. */
    public SortedMap<LocalDate, Latency> latencyByDay(TenantScope scope, DateRange days, Optional<String> endpoint) {
        return database.inTransaction(
                scope,
                handle -> merged(
                        LatencyQueries.days(handle, List.of(scope.tenant()), days).stream()
                                .filter(day ->
                                        endpoint.isEmpty() || day.endpoint().equals(endpoint.get()))
                                .toList(),
                        LatencyQueries.StoredLatency::day,
                        LatencyQueries.StoredLatency::histogram));
    }

    /** The same for the hours of one day. */
    public SortedMap<Instant, Latency> latencyByHour(TenantScope scope, LocalDate day, Optional<String> endpoint) {
        return database.inTransaction(scope, handle -> {
            var period = new DateRange(day, day.plusDays(1)).in(PromiseQueries.zone(handle, scope.tenant()));
            return merged(
                    LatencyQueries.hours(handle, scope.tenant(), period).stream()
                            .filter(hour ->
                                    endpoint.isEmpty() || hour.endpoint().equals(endpoint.get()))
                            .toList(),
                    LatencyQueries.HourOfLatency::hour,
                    LatencyQueries.HourOfLatency::histogram);
        });
    }

    private static <T, K> SortedMap<K, Latency> merged(
            List<T> stored, Function<T, K> key, Function<T, Histogram> histogram) {
        var merged = new TreeMap<K, Histogram>();
        stored.forEach(part -> merged.merge(key.apply(part), histogram.apply(part), Histogram::merge));
        var latencies = new TreeMap<K, Latency>();
        merged.forEach((k, together) -> latencies.put(k, new Latency(together)));
        return latencies;
    }

    private static DateRange daysOf(YearMonth month) {
        return new DateRange(month.atDay(1), month.plusMonths(1).atDay(1));
    }
}
