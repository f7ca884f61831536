package io.tenantlens.sla.reading;

import io.tenantlens.api.histogram.Histogram;
import io.tenantlens.cost.tenant.TenantId;
import io.tenantlens.cost.time.DateRange;
import io.tenantlens.cost.time.Period;
import io.tenantlens.sla.indicator.Availability;
import io.tenantlens.sla.indicator.CountingMethod;
import io.tenantlens.sla.reading.internal.LatencyQueries;
import io.tenantlens.sla.reading.internal.LatencyQueries.StoredLatency;
import io.tenantlens.sla.reading.internal.MaintenanceQueries;
import io.tenantlens.sla.reading.internal.PromiseQueries;
import io.tenantlens.sla.reading.internal.RequestQueries;
import io.tenantlens.sla.reading.internal.SignalQueries;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Readings of several tenants over the same local days with as many queries as for one. */
final class ReadingBatch {

    /** What burn alerts look at, as far as hours can tell; the shorter windows are Prometheus' own. */
    private static final List<Duration> BURN_WINDOWS = List.of(
            RequestCounts.HOUR, Duration.ofHours(2), Duration.ofHours(6), Duration.ofDays(1), Duration.ofDays(3));

    private final Handle handle;
    private final DateRange days;
    private final Function<TenantId, Instant> folded;

    ReadingBatch(Handle handle, DateRange days, Function<TenantId, Instant> folded) {
        this.handle = handle;
        this.days = days;
        this.folded = folded;
    }

    /** In the order of the tenants. Those that do not exist, or had no promise on the first day, are left out. */
    List<SlaReading> read(Collection<TenantId> wanted) {
        var spans = PromiseQueries.of(handle, wanted, days.start()).values().stream()
                .map(tenancy -> Span.of(tenancy, days, folded.apply(tenancy.tenant())))
                .toList();
        if (spans.isEmpty()) {
            return List.of();
        }
        var tenants = spans.stream().map(span -> span.tenancy().tenant()).toList();
        var period = spans.stream()
                .map(span -> span.whole(BURN_WINDOWS.getLast()))
                .reduce(Span::spanning)
                .orElseThrow();
        var dates = spans.stream().map(Span::wholeDays).reduce(Span::spanning).orElseThrow();
        var maintenance = MaintenanceQueries.during(handle, tenants, period);
        var byDay = RequestQueries.days(handle, tenants, dates);
        var byHour = RequestQueries.hours(handle, tenants, period);
        Map<TenantId, List<StoredLatency>> latencies = LatencyQueries.days(handle, tenants, days).stream()
                .collect(Collectors.groupingBy(StoredLatency::tenant));
        var signals = SignalQueries.over(handle, tenants, days);
        return spans.stream()
                .map(span -> {
                    var tenant = span.tenancy().tenant();
                    var requests = new RequestCounts(
                            span.tenancy().zone(),
                            byDay.getOrDefault(tenant, new TreeMap<>()),
                            byHour.getOrDefault(tenant, new TreeMap<>()),
                            maintenance.stream()
                                    .filter(work -> work.concerns(tenant))
                                    .toList());
                    return reading(
                            span,
                            requests,
                            latencies.getOrDefault(tenant, List.of()),
                            signals.getOrDefault(tenant, Signals.NONE));
                })
                .toList();
    }

    private SlaReading reading(Span span, RequestCounts requests, List<StoredLatency> latencies, Signals signals) {
        var objective = span.tenancy().promise().objective();
        var counted = requests.days(days);
        var occurrences = RequestCounts.sum(counted.values());
        var slices = requests.slices(span.period(), objective);
        var endpoints = merge(latencies, StoredLatency::endpoint);
        var maintenance = requests.maintenance().stream()
                .filter(work -> work.period().overlaps(span.period()))
                .toList();
        return new SlaReading(
                span.tenancy().tenant(),
                days,
                span.asOf(),
                span.tenancy().promise(),
                maintenance,
                objective.counting() == CountingMethod.OCCURRENCES ? occurrences : slices,
                counted,
                lately(span, requests),
                total(endpoints),
                endpoints,
                merge(latencies, StoredLatency::day),
                new SlaReading.Counts(occurrences, slices),
                budget(span, requests, counted, occurrences, slices),
                maintenance.isEmpty() ? signals : signals.withoutProbes(maintained(span, maintenance)));
    }

    private BudgetDays budget(
            Span span,
            RequestCounts requests,
            SortedMap<LocalDate, Availability> counted,
            Availability occurrences,
            Availability slices) {
        var objective = span.tenancy().promise().objective();
        boolean same = span.budget().equals(days);
        var inBudget = same ? counted : requests.days(span.budget());
        return new BudgetDays(
                span.budget(),
                switch (objective.counting()) {
                    case OCCURRENCES -> same ? occurrences : RequestCounts.sum(inBudget.values());
                    case TIMESLICES -> same ? slices : requests.slices(span.budgetPeriod(), objective);
                },
                inBudget);
    }

    /** Maintenance is rare, so its probes are read a window at a time. */
    private Availability maintained(Span span, List<Maintenance> maintenance) {
        var tenant = span.tenancy().tenant();
        var seen = new TreeMap<Instant, Availability>();
        for (var work : maintenance) {
            var touched = new Period(
                    work.period().start().minus(RequestCounts.HOUR),
                    work.period().end());
            seen.putAll(SignalQueries.probes(handle, List.of(tenant), touched).getOrDefault(tenant, new TreeMap<>()));
        }
        seen.keySet().removeIf(hour -> !span.period().contains(hour) || !RequestCounts.maintained(hour, maintenance));
        return RequestCounts.sum(seen.values());
    }

    private static SortedMap<Duration, Availability> lately(Span span, RequestCounts requests) {
        var lately = new TreeMap<Duration, Availability>();
        for (var window : BURN_WINDOWS) {
            var period = span.lately(window);
            lately.put(
                    window,
                    RequestCounts.sum(requests.hours(period)
                            .tailMap(period.start(), false)
                            .values()));
        }
        return lately;
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
