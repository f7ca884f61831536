package io.tenantlens.api.gauge;

import io.micrometer.prometheus.PrometheusMeterRegistry;
import io.prometheus.client.CollectorRegistry;
import io.quarkus.arc.All;
import io.quarkus.arc.ClientProxy;
import io.quarkus.scheduler.Scheduled;
import io.tenantlens.api.database.WorkerDatabase;
import io.tenantlens.api.instance.Roles;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jboss.logging.Logger;

/**
 * Reads all sources of gauges at an interval and keeps their answers for whoever scrapes. A scrape never asks the database.
 *
 * <p>Each instance that works exports them; rules take the largest of the replicas. A source that fails keeps what it said
 * before until that is withdrawn, and keeps no other source waiting.
 */
@Singleton
public class BusinessGauges {

    private static final Logger LOG = Logger.getLogger(BusinessGauges.class);

    private final WorkerDatabase database;
    private final List<GaugeSource> sources;
    private final GaugeConfig config;
    private final Roles roles;
    private final Clock clock;
    private final GaugeCollector collector = new GaugeCollector();
    private final Map<String, Reading> readings = new TreeMap<>();

    /** The collectors of the registry that is scraped: the CollectorRegistry that may be injected is another one. */
    @Inject
    @SuppressWarnings("deprecation") // the registry of Quarkus is of this type
    BusinessGauges(
            WorkerDatabase database,
            @All List<GaugeSource> sources,
            GaugeConfig config,
            Roles roles,
            Clock clock,
            PrometheusMeterRegistry registry) {
        this(database, sources, config, roles, clock, registry.getPrometheusRegistry());
    }

    BusinessGauges(
            WorkerDatabase database,
            List<GaugeSource> sources,
            GaugeConfig config,
            Roles roles,
            Clock clock,
            CollectorRegistry registry) {
        this.database = database;
        this.sources = sources;
        this.config = config;
        this.roles = roles;
        this.clock = clock;
        registry.register(collector);
    }

    @Scheduled(every = "${tenantlens.gauges.refresh:1m}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        if (roles.works()) {
            refresh();
        }
    }

    /** Reads what is due and shows it. */
    public synchronized void refresh() {
        sources.stream().filter(this::isDue).forEach(this::read);
        var now = clock.instant();
        readings.entrySet()
                .removeIf(entry -> Duration.between(entry.getValue().readAt(), now)
                                .compareTo(longest(entry.getKey()).plus(config.withdrawAfter()))
                        > 0);
        collector.show(merged(), readings);
    }

    private boolean isDue(GaugeSource source) {
        var last = readings.get(name(source));
        return last == null || Duration.between(last.readAt(), clock.instant()).compareTo(source.goodFor()) >= 0;
    }

    private void read(GaugeSource source) {
        var begun = System.nanoTime();
        try {
            var gauges = database.inTransaction(handle -> {
                handle.execute("SET TRANSACTION READ ONLY");
                handle.execute("SET LOCAL statement_timeout = '30s'");
                return source.read(handle);
            });
            readings.put(
                    name(source), new Reading(gauges, clock.instant(), Duration.ofNanos(System.nanoTime() - begun)));
        } catch (RuntimeException e) {
            LOG.warnf(e, "gauges of %s were not read and stay as they were: %s", name(source), e.getMessage());
        }
    }

    private Duration longest(String name) {
        return sources.stream()
                .filter(source -> name(source).equals(name))
                .map(GaugeSource::goodFor)
                .findFirst()
                .orElse(Duration.ZERO);
    }

    private Map<String, Gauge> merged() {
        var byName = new LinkedHashMap<String, Gauge>();
        readings.values()
                .forEach(reading -> reading.gauges().forEach(gauge -> byName.merge(gauge.name(), gauge, Gauge::with)));
        return byName;
    }

    private static String name(GaugeSource source) {
        return ClientProxy.unwrap(source).getClass().getSimpleName();
    }
}
