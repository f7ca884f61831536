package io.tenantlens.api.fold;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantlens.api.histogram.ClassicHistogram;
import io.tenantlens.api.histogram.NativeHistogram;
import io.tenantlens.api.histogram.SparseBuckets;
import io.tenantlens.api.histogram.ZeroBucket;
import io.tenantlens.api.series.SeriesKind;
import io.tenantlens.api.testing.TestTenants;
import io.tenantlens.api.usagelog.WriteBatch;
import io.tenantlens.cost.tenant.TenantId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FoldIT {

    private final Store store = new Store();

    @Test
    void counter_addsItsExactIncreaseToTheHourOfTheLaterSample() {
        var tenant = TestTenants.signUp("fold-counter", "Asia/Dhaka");
        var revenue = store.series(tenant, SeriesKind.COUNTER, "revenue_bdt_total", Map.of());

        store.send(revenue, "2026-10-05T09:59:50Z", 100.10);
        store.send(revenue, "2026-10-05T10:00:05Z", 100.30);
        store.send(revenue, "2026-10-05T17:30:00Z", 101.3);
        store.fold();
        store.send(revenue, "2026-10-05T18:30:00Z", 0.5);
        store.fold();

        assertThat(store.hours(tenant))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "revenue 10-05 10:00 {}", new BigDecimal("0.2"),
                        "revenue 10-05 17:00 {}", new BigDecimal("1"),
                        "revenue 10-05 18:00 {}", new BigDecimal("0.5")));
        assertThat(store.days(tenant))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "revenue 2026-10-05 {}", new BigDecimal("1.2"),
                        "revenue 2026-10-06 {}", new BigDecimal("0.5")));
    }

    @Test
    void counter_withAStart_countsFromZero() {
        var tenant = TestTenants.signUp("fold-start", "Asia/Dhaka");
        var orders = store.series(tenant, SeriesKind.COUNTER, "orders_total", Map.of("status", "paid"));
        var batch = new WriteBatch();
        var start = Store.millis("2026-10-05T10:00:00Z");
        batch.sample(orders, start + 1_000, 3, start);
        batch.sample(orders, start + 2_000, 5, start);
        batch.sample(orders, start + 4_000, 7, start + 3_000);
        store.append(batch);
        store.fold();

        assertThat(store.hours(tenant))
                .containsOnly(Map.entry("orders 10-05 10:00 {\"status\": \"paid\"}", new BigDecimal("12")));
    }

    @Test
    void hours_ofAZoneWithQuarters_startWithTheLocalHour() {
        var tenant = TestTenants.signUp("fold-kathmandu", "Asia/Kathmandu");
        var orders = store.series(tenant, SeriesKind.COUNTER, "orders_total", Map.of());

        store.send(orders, "2026-10-05T10:10:00Z", 1);
        store.send(orders, "2026-10-05T10:14:00Z", 2);
        store.send(orders, "2026-10-05T10:16:00Z", 4);
        store.send(orders, "2026-10-05T11:14:00Z", 8);
        store.fold();

        assertThat(store.hours(tenant).values()).containsExactly(new BigDecimal("1"), new BigDecimal("6"));
        assertThat(store.hours(tenant).lastKey()).startsWith("orders 10-05 10:15");
    }

    @Test
    void gauge_isHeldUntilTheNextSampleButNotForEver() {
        var tenant = TestTenants.signUp("fold-gauge", "Asia/Dhaka");
        var probe = store.series(tenant, SeriesKind.GAUGE, "probe_success", Map.of());

        store.send(probe, "2026-10-05T10:57:00Z", 1);
        store.send(probe, "2026-10-05T11:00:00Z", 0);
        store.send(probe, "2026-10-05T11:03:00Z", 1);
        store.send(probe, "2026-10-05T12:00:00Z", Double.NaN);
        store.fold();

        assertThat(store.hours(tenant))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "probe_observed 10-05 10:00 {}", new BigDecimal("0.05"),
                        "probe_observed 10-05 11:00 {}", new BigDecimal("0.13333"),
                        "probe_up 10-05 10:00 {}", new BigDecimal("0.05"),
                        "probe_up 10-05 11:00 {}", new BigDecimal("0.08333")));
    }

    @Test
    void peak_isTheHighestOfTheHour() {
        var tenant = TestTenants.signUp("fold-peak", "Asia/Dhaka");
        var users = store.series(tenant, SeriesKind.GAUGE, "active_users", Map.of());

        store.send(users, "2026-10-05T10:01:00Z", 7);
        store.send(users, "2026-10-05T10:02:00Z", 12);
        store.fold();
        store.send(users, "2026-10-05T10:03:00Z", 9);
        store.fold();

        assertThat(store.hours(tenant)).containsOnly(Map.entry("active_users 10-05 10:00 {}", new BigDecimal("12")));
    }

    @Test
    void replicas_countOnceAndTakeOverWhenOneFallsSilent() {
        var tenant = TestTenants.signUp("fold-pairs", "Asia/Dhaka");
        var one =
                store.series(tenant, SeriesKind.COUNTER, "orders_total", Map.of("cluster", "eu", "__replica__", "one"));
        var two =
                store.series(tenant, SeriesKind.COUNTER, "orders_total", Map.of("cluster", "eu", "__replica__", "two"));

        store.send(one, "2026-10-05T10:00:00Z", 10);
        store.send(two, "2026-10-05T10:00:01Z", 10);
        store.send(one, "2026-10-05T10:00:15Z", 12);
        store.send(two, "2026-10-05T10:00:16Z", 13);
        store.fold();
        store.restart();
        store.send(two, "2026-10-05T10:00:31Z", 14);
        store.send(two, "2026-10-05T10:00:46Z", 15);
        store.send(one, "2026-10-05T10:00:50Z", 15);
        store.fold();

        assertThat(store.hours(tenant).values()).containsExactly(new BigDecimal("5"));
        assertThat(store.metrics
                        .get("tenantlens.fold.replica.samples")
                        .counter()
                        .count())
                .isEqualTo(4);
    }

    @Test
    void events_addTheirQuantity() {
        var tenant = TestTenants.signUp("fold-events", "Asia/Dhaka");
        var batch = new WriteBatch();
        var at = Store.millis("2026-10-05T10:00:00Z");
        batch.event(tenant, "order_value", at, new BigDecimal("1200.50"), Map.of("status", "paid"));
        batch.event(tenant, "order_value", at, new BigDecimal("0.25"), Map.of("status", "paid"));
        store.append(batch);
        store.fold();

        assertThat(store.hours(tenant))
                .containsOnly(Map.entry("order_value 10-05 10:00 {\"status\": \"paid\"}", new BigDecimal("1200.75")));
    }

    @Test
    void classicHistogram_sentInParts_isWholeAfterwards() {
        var tenant = TestTenants.signUp("fold-classic", "Asia/Dhaka");
        var name = "http_request_duration_seconds";
        var fast = store.series(tenant, SeriesKind.COUNTER, name + "_bucket", Map.of("endpoint", "/", "le", "0.1"));
        var all = store.series(tenant, SeriesKind.COUNTER, name + "_bucket", Map.of("endpoint", "/", "le", "+Inf"));
        var sum = store.series(tenant, SeriesKind.COUNTER, name + "_sum", Map.of("endpoint", "/"));
        for (var series : List.of(fast, all, sum)) {
            store.send(series, "2026-10-05T10:00:00Z", 0);
        }
        store.send(fast, "2026-10-05T10:00:15Z", 7);
        store.fold();
        store.send(all, "2026-10-05T10:00:15Z", 9);
        store.send(sum, "2026-10-05T10:00:15Z", 1.25);
        store.fold();

        assertThat(store.histograms(tenant))
                .containsOnly(Map.entry(
                        "request_duration 10-05 10:00",
                        ClassicHistogram.of(new double[] {0.1, Double.POSITIVE_INFINITY}, new double[] {7, 2}, 1.25)));
    }

    @Test
    void nativeHistogram_addsWhatCameSinceTheOneBefore() {
        var tenant = TestTenants.signUp("fold-native", "Asia/Dhaka");
        var duration =
                store.series(tenant, SeriesKind.HISTOGRAM, "http_request_duration_seconds", Map.of("endpoint", "/"));
        var batch = new WriteBatch();
        var at = Store.millis("2026-10-05T10:00:00Z");
        batch.histogram(duration, at, nativeHistogram(5, 2.5), 0);
        batch.histogram(duration, at + 15_000, nativeHistogram(8, 4), 0);
        store.append(batch);
        store.fold();
        store.restart();
        var second = new WriteBatch();
        second.histogram(duration, at + 30_000, nativeHistogram(9, 4.5), 0);
        store.append(second);
        store.fold();

        assertThat(store.histograms(tenant).values()).containsExactly(nativeHistogram(4, 2));
    }

    private static NativeHistogram nativeHistogram(double count, double sum) {
        return NativeHistogram.of(
                0, ZeroBucket.EMPTY, SparseBuckets.dense(1, new double[] {count}), SparseBuckets.NONE, count, sum);
    }

    @Test
    void conflictingSample_isRefusedAndCounted() {
        var tenant = TestTenants.signUp("fold-conflict", "Asia/Dhaka");
        var orders = store.series(tenant, SeriesKind.COUNTER, "orders_total", Map.of());
        store.send(orders, "2026-10-05T10:00:00Z", 1);
        store.send(orders, "2026-10-05T10:00:15Z", 5);
        store.send(orders, "2026-10-05T10:00:30Z", 6);
        store.fold();
        store.send(orders, "2026-10-05T10:00:15Z", 4);
        store.send(orders, "2026-10-05T10:00:30Z", 7);
        store.fold();

        assertThat(store.hours(tenant).values()).containsExactly(new BigDecimal("5"));
        assertThat(store.metrics.get("tenantlens.fold.conflicts").counter().count())
                .isEqualTo(2);
    }

    @Test
    void unmappedMetric_isKeptButNotCounted() {
        var tenant = TestTenants.signUp("fold-unmapped", "Asia/Dhaka");
        var own = store.series(tenant, SeriesKind.GAUGE, "queue_depth", Map.of());
        store.send(own, "2026-10-05T10:00:00Z", 1.5);
        store.fold();

        assertThat(store.hours(tenant)).isEmpty();
        assertThat(blocks(tenant)).isEqualTo(1);
    }

    private int blocks(TenantId tenant) {
        return store.database.inTransaction(
                handle -> handle.select("SELECT count(*) FROM sample_blocks WHERE tenant_id = ?", tenant.value())
                        .mapTo(Integer.class)
                        .one());
    }
}
