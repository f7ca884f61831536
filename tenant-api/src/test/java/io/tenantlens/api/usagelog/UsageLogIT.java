package io.tenantlens.api.usagelog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tenantlens.api.database.WorkerDatabase;
import io.tenantlens.api.histogram.ClassicHistogram;
import io.tenantlens.api.histogram.Histogram;
import io.tenantlens.api.series.SeriesKind;
import io.tenantlens.api.series.SeriesRef;
import io.tenantlens.api.series.Shards;
import io.tenantlens.api.testing.TestConfigs;
import io.tenantlens.api.testing.TestPostgres;
import io.tenantlens.cost.tenant.TenantId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class UsageLogIT {

    private static final TenantId ACORN = new TenantId("log-acorn");
    private static final int SHARDS = 900; // shards that no other test uses
    private static final SeriesRef VIEWS = new SeriesRef(ACORN, 5, 801, SeriesKind.COUNTER, 0);
    private static final SeriesRef DURATION = new SeriesRef(ACORN, 6, 803, SeriesKind.HISTOGRAM, 0);
    private static final SeriesRef ORDERS = new SeriesRef(ACORN, 3, 802, SeriesKind.COUNTER, 2);

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final WorkerDatabase database =
            new WorkerDatabase(TestPostgres.shared().as("tenantlens_worker"));
    private final UsageLog log =
            new UsageLog(database, new Shards(SHARDS), TestConfigs.defaults(UsageLogConfig.class), metrics);

    @AfterEach
    void stop() {
        log.stop();
    }

    @Test
    void append_fromManyThreads_isReadBackInOrderAfterFewCommits() {
        var before = rows(801).size();
        log.start();
        var done = IntStream.range(0, 500)
                .mapToObj(i -> {
                    var batch = new WriteBatch();
                    batch.sample(VIEWS, 1_000 + i, i, 0);
                    return log.append(batch).toCompletableFuture();
                })
                .toArray(CompletableFuture<?>[]::new);
        CompletableFuture.allOf(done).join();

        var rows = rows(801);
        assertThat(rows.size() - before).isBetween(1, 100);
        assertThat(samples(rows)).hasSize(500).startsWith("5/0 1000 0.0 0").endsWith("5/0 1499 499.0 0");
        assertThat(metrics.get("tenantlens.ingest.samples").counter().count()).isEqualTo(500);
    }

    @Test
    void append_keepsEveryFieldOfASample() {
        log.start();
        var batch = new WriteBatch();
        batch.sample(ORDERS, 1_790_000_000_000L, -0.0, 1_780_000_000_000L);
        batch.sample(ORDERS, 1_790_000_000_000L, Double.NaN, 0);
        batch.sample(ORDERS, -5, 1e18, 0);
        batch.sample(ORDERS, 7, 12.25, 9);
        log.append(batch).toCompletableFuture().join();

        assertThat(samples(rows(802)))
                .endsWith(
                        "3/2 1790000000000 -0.0 1780000000000",
                        "3/2 1790000000000 NaN 0",
                        "3/2 -5 1.0E18 0",
                        "3/2 7 12.25 9");
    }

    @Test
    void append_keepsAHistogramWhole() {
        log.start();
        var histogram = ClassicHistogram.of(new double[] {0.1, Double.POSITIVE_INFINITY}, new double[] {3, 1}, 0.75);
        var batch = new WriteBatch();
        batch.histogram(DURATION, 2_000, histogram, 1_000);
        log.append(batch).toCompletableFuture().join();

        assertThat(samples(rows(803))).endsWith("6/0 2000 " + histogram + " 1000");
    }

    @Test
    void append_inATransactionThatRollsBack_leavesNothing() {
        var shard = new Shards(SHARDS).of(ACORN);
        var before = rows(shard).size();
        var batch = new WriteBatch();
        batch.event(ACORN, "order_value", 1_000, new BigDecimal("12.50"), Map.of("status", "paid"));

        assertThatThrownBy(() -> database.useTransaction(handle -> {
                    log.append(handle, batch);
                    throw new IllegalStateException("the caller changed its mind");
                }))
                .hasMessageContaining("changed its mind");
        assertThat(rows(shard)).hasSize(before);

        database.useTransaction(handle -> log.append(handle, batch));

        assertThat(samples(rows(shard))).endsWith("order_value 1000 12.50 {status=paid}");
    }

    @Test
    void append_whenStopped_isRefused() {
        var batch = new WriteBatch();
        batch.sample(VIEWS, 1, 1, 0);

        assertThat(log.append(batch).toCompletableFuture())
                .failsWithin(java.time.Duration.ZERO)
                .withThrowableThat()
                .withCauseInstanceOf(LogUnavailableException.class);
    }

    private List<byte[]> rows(int shard) {
        return database.inTransaction(
                handle -> handle.select("SELECT payload FROM usage_log WHERE shard = ? ORDER BY position", shard)
                        .mapTo(byte[].class)
                        .list());
    }

    private static List<String> samples(List<byte[]> rows) {
        var read = new ArrayList<String>();
        var reader = new LogReader(new LogReader.Entries() {
            @Override
            public void sample(long seriesId, int replica, long timestamp, double value, long start) {
                read.add(seriesId + "/" + replica + " " + timestamp + " " + value + " " + start);
            }

            @Override
            public void histogram(long seriesId, int replica, long timestamp, byte[] encoded, long start) {
                read.add(seriesId + "/" + replica + " " + timestamp + " " + Histogram.decode(encoded) + " " + start);
            }

            @Override
            public void event(
                    TenantId tenant,
                    String meter,
                    long timestamp,
                    BigDecimal quantity,
                    SortedMap<String, String> dimensions) {
                read.add(meter + " " + timestamp + " " + quantity + " " + dimensions);
            }
        });
        rows.forEach(reader::read);
        return read;
    }
}
