package io.tenantlens.api.fold;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantlens.api.series.SeriesKind;
import io.tenantlens.api.series.SeriesRef;
import io.tenantlens.api.testing.TestPostgres;
import io.tenantlens.api.testing.TestTenants;
import io.tenantlens.api.usagelog.WriteBatch;
import io.tenantlens.cost.tenant.TenantId;
import io.tenantlens.cost.time.Period;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for any samples, in whatever order and however often they come. */
class FoldPropertiesIT {

    private record Sent(int series, long time, double value, long start) {}

    private final Store store = new Store();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void orderRepetitionAndSplit_changeNothing(long seed) {
        var random = new Random(seed);
        var samples = samples(random);
        var inOrder = TestTenants.signUp("prop-a" + seed, seed % 2 == 0 ? "Asia/Kathmandu" : "Asia/Dhaka");
        var anyOrder = TestTenants.signUp("prop-b" + seed, seed % 2 == 0 ? "Asia/Kathmandu" : "Asia/Dhaka");
        send(series(inOrder), samples);
        store.fold();

        var repeated = new ArrayList<>(samples);
        repeated.addAll(samples.subList(samples.size() / 3, samples.size() / 2));
        Collections.shuffle(repeated, random);
        for (var from = 0; from < repeated.size(); ) {
            var to = Math.min(repeated.size(), from + 1 + random.nextInt(200));
            send(series(anyOrder), repeated.subList(from, to));
            if (random.nextBoolean()) {
                store.fold();
            }
            if (random.nextInt(4) == 0) {
                store.restart();
            }
            from = to;
        }
        store.fold();

        assertThat(store.hours(anyOrder)).hasSizeGreaterThan(10).isEqualTo(store.hours(inOrder));
        assertThat(store.days(anyOrder)).isEqualTo(store.days(inOrder));
        assertThat(store.histograms(anyOrder)).isNotEmpty().isEqualTo(store.histograms(inOrder));
    }

    @Test
    void sendingAllAgain_changesNothing() {
        var tenant = TestTenants.signUp("prop-replay", "Asia/Dhaka");
        var samples = samples(new Random(7));
        send(series(tenant), samples);
        store.fold();
        var hours = store.hours(tenant);
        var blocks = blocks(tenant);

        send(series(tenant), samples);
        store.restart();
        store.fold();

        assertThat(store.hours(tenant)).isEqualTo(hours);
        assertThat(blocks(tenant)).isEqualTo(blocks);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-10-05T15:20:00Z/2026-10-05T17:10:00Z",
                "2026-10-05T16:00:00Z/2026-10-05T17:00:00Z",
                "2026-10-05T00:00:00Z/2026-10-07T00:00:00Z"
            })
    void rebuildingAnyWindow_changesNothing(String window) {
        var ends = window.split("/", 2);
        var period = new Period(Instant.parse(ends[0]), Instant.parse(ends[1]));
        var zone = period.start().getEpochSecond() % 7_200 == 0 ? "Asia/Dhaka" : "Asia/Kathmandu";
        var tenant = TestTenants.signUp("prop-rebuild" + period.length().toMinutes(), zone);
        send(series(tenant), samples(new Random(9)));
        store.fold();
        var hours = store.hours(tenant);
        var days = store.days(tenant);
        var histograms = store.histograms(tenant);
        var platform = platform();

        store.rollups().rebuild(tenant, period);

        assertThat(store.hours(tenant)).isEqualTo(hours);
        assertThat(store.days(tenant)).isEqualTo(days);
        assertThat(store.histograms(tenant)).isEqualTo(histograms);
        assertThat(platform()).isEqualByComparingTo(platform);
    }

    private BigDecimal platform() {
        return store.database.inTransaction(
                handle -> handle.select("SELECT sum(quantity) FROM platform_usage_hour WHERE meter = 'revenue'")
                        .mapTo(BigDecimal.class)
                        .one());
    }

    @Test
    void crashInTheMiddleOfAFold_repeatsAndLosesNothing() throws Exception {
        var tenant = TestTenants.signUp("prop-crash", "Asia/Dhaka");
        var reference = TestTenants.signUp("prop-whole", "Asia/Dhaka");
        var samples = samples(new Random(8));
        send(series(tenant), samples.subList(0, 500));
        store.fold();
        send(series(tenant), samples.subList(500, samples.size()));

        TestPostgres.shared().asSuperuser().useTransaction(blocker -> {
            blocker.execute("LOCK TABLE fold_progress IN ROW EXCLUSIVE MODE");
            blocker.execute("LOCK TABLE elected_replicas, usage_day IN EXCLUSIVE MODE");
            var folding = CompletableFuture.runAsync(store::fold);
            while (killWaitingFold() == 0) {
                assertThat(folding).isNotDone();
                Thread.onSpinWait();
            }
            assertThat(folding.handle((_, failure) -> failure).join()).isNotNull();
        });
        store.fold();
        send(series(reference), samples);
        store.fold();

        assertThat(store.hours(tenant)).isEqualTo(store.hours(reference));
        assertThat(store.days(tenant)).isEqualTo(store.days(reference));
        assertThat(store.histograms(tenant)).isEqualTo(store.histograms(reference));
    }

    private static int killWaitingFold() {
        return TestPostgres.shared()
                .asSuperuser()
                .withHandle(handle -> handle.select("SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity"
                                + " WHERE usename = 'tenantlens_worker' AND wait_event_type = 'Lock'")
                        .mapTo(Integer.class)
                        .one());
    }

    private List<SeriesRef> series(TenantId tenant) {
        var duration = "http_request_duration_seconds";
        return List.of(
                store.series(tenant, SeriesKind.COUNTER, "orders_total", Map.of("status", "paid")),
                store.series(tenant, SeriesKind.COUNTER, "revenue_bdt_total", Map.of("instance", "a")),
                store.series(tenant, SeriesKind.COUNTER, "revenue_bdt_total", Map.of("instance", "b")),
                store.series(tenant, SeriesKind.GAUGE, "storage_usage_bytes", Map.of("type", "images")),
                store.series(tenant, SeriesKind.GAUGE, "probe_success", Map.of()),
                store.series(tenant, SeriesKind.GAUGE, "active_users", Map.of()),
                store.series(tenant, SeriesKind.DELTA, "emails_sent_total", Map.of()),
                store.series(tenant, SeriesKind.COUNTER, duration + "_bucket", Map.of("le", "0.1")),
                store.series(tenant, SeriesKind.COUNTER, duration + "_bucket", Map.of("le", "+Inf")));
    }

    /** Series with resets, starts, gaps and stale markers over five hours, each in the order of time. */
    private static List<Sent> samples(Random random) {
        var samples = new ArrayList<Sent>();
        for (var series = 0; series < 9; series++) {
            var time = Store.millis("2026-10-05T15:00:00Z") + random.nextInt(60_000);
            var value = series < 7 ? (double) random.nextInt(1_000) : 0;
            var start = 0L;
            for (var i = 0; i < 150; i++) {
                time += random.nextInt(20) == 0 ? random.nextInt(2_000_000) : 15_000 + random.nextInt(120_000);
                value = next(series, value, random);
                if (series == 1 && random.nextInt(10) == 0) {
                    start = time - 1 - random.nextInt(50_000);
                }
                var stale = series < 6 && random.nextInt(25) == 0;
                samples.add(new Sent(series, time, stale ? Double.NaN : value, start));
            }
        }
        return samples;
    }

    private static double next(int series, double value, Random random) {
        return switch (series) {
            case 3 -> 1e9 + random.nextInt(1_000_000);
            case 4 -> random.nextInt(2);
            case 5, 6 -> random.nextInt(100);
            case 7 -> value + random.nextInt(3);
            case 8 -> value + 2 + random.nextInt(3);
            default ->
                random.nextInt(12) == 0
                        ? random.nextInt(5)
                        : (Math.round(value * 100) + random.nextInt(99_999)) / 100.0;
        };
    }

    private void send(List<SeriesRef> series, List<Sent> samples) {
        var batch = new WriteBatch();
        for (var sent : samples) {
            batch.sample(series.get(sent.series), sent.time, sent.value, sent.start);
        }
        store.append(batch);
    }

    private int blocks(TenantId tenant) {
        return store.database.inTransaction(
                handle -> handle.select("SELECT count(*) FROM sample_blocks WHERE tenant_id = ?", tenant.value())
                        .mapTo(Integer.class)
                        .one());
    }
}
