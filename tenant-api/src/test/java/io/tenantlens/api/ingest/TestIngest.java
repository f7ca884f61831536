package io.tenantlens.api.ingest;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tenantlens.api.database.WorkerDatabase;
import io.tenantlens.api.histogram.Histogram;
import io.tenantlens.api.ingest.admission.IngestCaller;
import io.tenantlens.api.ingest.admission.KnownTenants;
import io.tenantlens.api.ingest.admission.TenantRateLimits;
import io.tenantlens.api.instance.Installation;
import io.tenantlens.api.meter.MeterCatalogue;
import io.tenantlens.api.series.SeriesConfig;
import io.tenantlens.api.series.SeriesIndex;
import io.tenantlens.api.series.Shards;
import io.tenantlens.api.testing.TestConfigs;
import io.tenantlens.api.testing.TestPostgres;
import io.tenantlens.api.usagelog.LogReader;
import io.tenantlens.api.usagelog.UsageLog;
import io.tenantlens.api.usagelog.UsageLogConfig;
import io.tenantlens.cost.tenant.TenantId;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;

/** Ingest on a real database without the web server, and what it left in the usage log. */
public final class TestIngest {

    public final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    public final IngestMetrics metrics = new IngestMetrics(registry);
    public final IngestConfig config = TestConfigs.defaults(IngestConfig.class);
    public final WorkerDatabase database;
    public final KnownTenants tenants;
    public final UsageLog log;
    private final Shards shards;
    private final SeriesResolver resolver;

    public TestIngest() {
        this(new WorkerDatabase(TestPostgres.shared().as("tenantlens_worker")), Map.of());
    }

    public TestIngest(WorkerDatabase database, Map<String, String> seriesProperties) {
        this.database = database;
        shards = new Shards(997); // so that hardly any two tenants of tests share one
        log = new UsageLog(database, shards, TestConfigs.defaults(UsageLogConfig.class), registry);
        tenants = new KnownTenants(database, Clock.systemUTC());
        var seriesConfig = TestConfigs.with(SeriesConfig.class, seriesProperties);
        resolver = new SeriesResolver(
                new SeriesIndex(database, new Installation(database), shards, seriesConfig), tenants);
        log.start();
    }

    public MetricIntake intake() {
        return intake(new TenantRateLimits(1_000_000, Duration.ofSeconds(1)));
    }

    public MetricIntake intake(TenantRateLimits rateLimits) {
        return new MetricIntake(resolver, new MetricKinds(MeterCatalogue.shipped()), rateLimits, log, metrics, config);
    }

    /** A request that is only read: nothing of it is registered or stored. */
    public Intake reading(IngestCaller caller) {
        var times = SampleTimes.around(Instant.now(), config.maxAge(), config.maxAhead());
        return new Intake(caller, resolver, new MetricKinds(MeterCatalogue.shipped()), times, Set.of(), true);
    }

    public double rejected(String reason) {
        return registry.get("tenantlens.ingest.rejected")
                .tag("reason", reason)
                .counter()
                .count();
    }

    /** What the log holds of a tenant, in the order in which it came: series, time, value and start. */
    public List<String> logged(TenantId tenant) {
        var series = new HashMap<Long, String>();
        database.useTransaction(handle -> handle.createQuery(
                        "SELECT series_id, metric || ' ' || kind || ' ' || labels FROM series WHERE tenant_id = ?")
                .bind(0, tenant.value())
                .map((row, _) -> Map.entry(row.getLong(1), row.getString(2)))
                .forEach(entry -> series.put(entry.getKey(), entry.getValue())));
        var lines = new ArrayList<String>();
        var reader = new LogReader(new Lines(tenant, series, lines));
        database.useTransaction(handle -> handle.select(
                        "SELECT payload FROM usage_log WHERE shard = ? ORDER BY position", shards.of(tenant))
                .mapTo(byte[].class)
                .forEach(reader::read));
        return lines;
    }

    private record Lines(TenantId tenant, Map<Long, String> series, List<String> lines) implements LogReader.Entries {

        @Override
        public void sample(long seriesId, int replica, long timestamp, double value, long start) {
            add(seriesId, timestamp + " " + value + " " + start);
        }

        @Override
        public void histogram(long seriesId, int replica, long timestamp, byte[] encoded, long start) {
            add(seriesId, timestamp + " " + Histogram.decode(encoded) + " " + start);
        }

        private void add(long seriesId, String text) {
            var name = series.get(seriesId);
            if (name != null) {
                lines.add(name + " " + text);
            }
        }

        @Override
        public void event(
                TenantId owner,
                String meter,
                long timestamp,
                BigDecimal quantity,
                SortedMap<String, String> dimensions) {
            if (owner.equals(tenant)) {
                lines.add(meter + " " + timestamp + " " + quantity.toPlainString() + " " + dimensions);
            }
        }
    }
}
