package io.tenantlens.api.fold;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tenantlens.api.database.WorkerDatabase;
import io.tenantlens.api.histogram.Histogram;
import io.tenantlens.api.instance.Installation;
import io.tenantlens.api.meter.MeterCatalogue;
import io.tenantlens.api.series.Labels;
import io.tenantlens.api.series.NewSeries;
import io.tenantlens.api.series.SeriesConfig;
import io.tenantlens.api.series.SeriesIndex;
import io.tenantlens.api.series.SeriesKind;
import io.tenantlens.api.series.SeriesRef;
import io.tenantlens.api.series.Shards;
import io.tenantlens.api.testing.TestConfigs;
import io.tenantlens.api.testing.TestPostgres;
import io.tenantlens.api.usagelog.UsageLog;
import io.tenantlens.api.usagelog.UsageLogConfig;
import io.tenantlens.api.usagelog.WriteBatch;
import io.tenantlens.cost.tenant.TenantId;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The whole storage half of ingest on the tests' database. */
final class Store {

    static final Shards SHARDS = new Shards(4);

    final WorkerDatabase database = new WorkerDatabase(TestPostgres.shared().as("tenantlens_worker"));
    final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    final SeriesIndex index =
            new SeriesIndex(database, new Installation(database), SHARDS, TestConfigs.defaults(SeriesConfig.class));
    final UsageLog log = new UsageLog(database, SHARDS, TestConfigs.defaults(UsageLogConfig.class), metrics);
    private Instant now = Instant.parse("2026-10-20T00:00:00Z");
    private FoldWorker worker = newWorker();

    private FoldWorker newWorker() {
        return new FoldWorker(
                database,
                MeterCatalogue.shipped(),
                SHARDS,
                TestConfigs.defaults(FoldConfig.class),
                new Partitions(database),
                retention(),
                metrics);
    }

    Retention retention() {
        return new Retention(TestConfigs.defaults(RetentionConfig.class), Clock.fixed(now, ZoneOffset.UTC));
    }

    /** From now on it is another time; until then it is the 20th of October 2026. */
    void moveTo(String time) {
        now = Instant.parse(time);
        restart();
    }

    /** As after a crash: nothing is left but the database. */
    void restart() {
        worker = newWorker();
    }

    void fold() {
        worker.foldAll();
    }

    Rollups rollups() {
        var clock = Clock.fixed(now, ZoneOffset.UTC);
        return new Rollups(
                database, MeterCatalogue.shipped(), SHARDS, TestConfigs.defaults(RetentionConfig.class), clock);
    }

    SeriesRef series(TenantId tenant, SeriesKind kind, String metric, Map<String, String> labels) {
        var all = new HashMap<>(labels);
        all.put(Labels.METRIC, metric);
        return index.register(List.of(new NewSeries(tenant, Labels.of(all), kind)))
                .getFirst()
                .orElseThrow();
    }

    void append(WriteBatch batch) {
        database.useTransaction(handle -> log.append(handle, batch));
    }

    void send(SeriesRef series, String at, double value) {
        var batch = new WriteBatch();
        batch.sample(series, millis(at), value, 0);
        append(batch);
    }

    static long millis(String at) {
        return Instant.parse(at).toEpochMilli();
    }

    /** The tenant's hours that are not zero, as "meter hour dimensions" to quantity. */
    SortedMap<String, BigDecimal> hours(TenantId tenant) {
        return rows(
                "SELECT meter || ' ' || to_char(hour_start AT TIME ZONE 'UTC', 'MM-DD HH24:MI') || ' ' || dimensions,"
                        + " quantity FROM usage_hour WHERE quantity <> 0 AND tenant_id = ?",
                tenant);
    }

    SortedMap<String, BigDecimal> days(TenantId tenant) {
        return rows(
                "SELECT meter || ' ' || day || ' ' || dimensions, quantity FROM usage_day"
                        + " WHERE quantity <> 0 AND tenant_id = ?",
                tenant);
    }

    SortedMap<String, Histogram> histograms(TenantId tenant) {
        return database.inTransaction(handle -> handle.select(
                        "SELECT meter || ' ' || to_char(hour_start AT TIME ZONE 'UTC', 'MM-DD HH24:MI') AS name, histogram"
                                + " FROM histogram_hour WHERE tenant_id = ?",
                        tenant.value())
                .reduceRows(new TreeMap<String, Histogram>(), (all, row) -> {
                    all.put(
                            row.getColumn("name", String.class),
                            Histogram.decode(row.getColumn("histogram", byte[].class)));
                    return all;
                }));
    }

    private SortedMap<String, BigDecimal> rows(String sql, TenantId tenant) {
        return database.inTransaction(handle -> handle.select(sql, tenant.value())
                .reduceRows(new TreeMap<String, BigDecimal>(), (all, row) -> {
                    all.put(
                            row.getColumn(1, String.class),
                            row.getColumn(2, BigDecimal.class).stripTrailingZeros());
                    return all;
                }));
    }
}
