package io.tenantlens.api.fold;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantlens.api.instance.Roles;
import io.tenantlens.api.series.SeriesKind;
import io.tenantlens.api.testing.TestPostgres;
import io.tenantlens.api.testing.TestTenants;
import io.tenantlens.cost.tenant.TenantId;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class UsageMaintenanceIT {

    private static final TestPostgres POSTGRES = TestPostgres.shared();

    private final Store store = new Store();
    private final Partitions partitions = new Partitions(store.database);

    @Test
    void maintain_packsAClosedHourIntoOneBlockOfTheSameSamples() {
        var tenant = TestTenants.signUp("maintain-pack", "Asia/Dhaka");
        var orders = store.series(tenant, SeriesKind.COUNTER, "orders_total", Map.of());
        for (var second = 10; second < 60; second += 10) {
            store.send(orders, "2026-10-05T10:00:" + second + "Z", second);
            store.fold();
        }
        assertThat(blocks(tenant)).isEqualTo(5);

        maintainAt("2026-10-05T14:00:00Z");

        assertThat(blocks(tenant)).isEqualTo(1);
        store.send(orders, "2026-10-05T10:00:30Z", 30);
        store.send(orders, "2026-10-05T10:00:35Z", 33);
        store.fold();
        assertThat(store.hours(tenant).values()).containsExactly(new BigDecimal("4E+1"));
    }

    @Test
    void maintain_dropsSamplesAfterTheirTimeAndKeepsHoursAndDays() {
        var tenant = TestTenants.signUp("maintain-drop", "Asia/Dhaka");
        var orders = store.series(tenant, SeriesKind.COUNTER, "orders_total", Map.of());
        store.moveTo("2025-02-06T00:00:00Z");
        store.send(orders, "2025-02-05T10:00:00Z", 1);
        store.send(orders, "2025-02-05T10:01:00Z", 3);
        store.fold();
        assertThat(blocks(tenant)).isPositive();

        maintainAt("2025-07-05T10:00:00Z");

        assertThat(blocks(tenant)).isZero();
        assertThat(store.hours(tenant).values()).containsExactly(new BigDecimal("2"));
        store.send(orders, "2025-02-05T10:02:00Z", 4);
        store.restart();
        store.fold();
        assertThat(store.days(tenant).values()).containsExactly(new BigDecimal("3"));
        assertThat(blocks(tenant)).isZero();
    }

    @Test
    void samplesOlderThanRetention_countOnceAndMakeNoPartition() {
        var tenant = TestTenants.signUp("maintain-old", "Asia/Dhaka");
        var orders = store.series(tenant, SeriesKind.COUNTER, "orders_total", Map.of());
        for (var round = 0; round < 2; round++) {
            store.send(orders, "2024-03-05T10:00:00Z", 1);
            store.send(orders, "2024-03-05T10:01:00Z", 3);
            store.send(orders, "2026-10-05T10:00:00Z", 7);
            store.fold();
        }

        assertThat(store.days(tenant).values()).containsExactly(new BigDecimal("2"), new BigDecimal("4"));
        assertThat(store.hours(tenant).values()).containsExactly(new BigDecimal("4"));
        assertThat(partitionsOf("2024-03")).containsExactly("histogram_day_202403", "usage_day_202403");
    }

    @Test
    void lateSample_whosePredecessorIsDropped_addsNothing() {
        var tenant = TestTenants.signUp("maintain-late", "Asia/Dhaka");
        var orders = store.series(tenant, SeriesKind.COUNTER, "orders_total", Map.of());
        store.send(orders, "2026-06-20T10:00:00Z", 1);
        store.send(orders, "2026-10-05T10:00:00Z", 7);
        store.fold();

        store.send(orders, "2026-10-04T10:00:00Z", 5);
        store.fold();
        store.send(orders, "2026-10-06T10:00:00Z", 9);
        store.send(orders, "2026-10-05T11:00:00Z", 8);
        store.fold();

        assertThat(store.days(tenant).values()).containsExactly(new BigDecimal("7"), new BigDecimal("1"));
        assertThat(store.metrics.get("tenantlens.fold.expired").counter().count())
                .isEqualTo(1);
    }

    @Test
    void dropping_leavesAPartitionWhoseNameIsNotAMonth() {
        POSTGRES.as("tenantlens_owner").useHandle(handle -> {
            handle.execute("CREATE TABLE drop_probe (day date NOT NULL) PARTITION BY RANGE (day)");
            handle.execute("CREATE TABLE drop_probe_163 PARTITION OF drop_probe DEFAULT");
            handle.execute("CREATE TABLE drop_probe_202613 PARTITION OF drop_probe"
                    + " FOR VALUES FROM ('2024-01-01') TO ('2024-02-01')");
            handle.execute("CREATE TABLE drop_probe_202502 PARTITION OF drop_probe"
                    + " FOR VALUES FROM ('2025-02-01') TO ('2025-03-01')");
        });

        var dropped = count("SELECT drop_month_partitions('drop_probe', ?)", LocalDate.of(2026, 10, 1));

        POSTGRES.as("tenantlens_owner").useHandle(handle -> handle.execute("DROP TABLE drop_probe"));
        assertThat(dropped).isEqualTo(1);
    }

    @Test
    void emptyingTheLog_leavesWhatIsNotFolded() {
        var tenant = TestTenants.signUp("maintain-log", "Asia/Dhaka");
        var shard = Store.SHARDS.of(tenant);
        store.fold();
        store.database.useTransaction(handle -> {
            handle.execute(
                    "INSERT INTO usage_log (slot, shard, payload) SELECT (extract(epoch FROM clock_timestamp())"
                            + "::bigint / 900 + 2) % 4, ?, ''",
                    shard);
        });

        maintainAt("2026-10-05T14:00:00Z");
        assertThat(logged(shard)).isPositive();
        store.fold();
        maintainAt("2026-10-05T14:00:00Z");

        assertThat(loggedBesideNow()).isZero();
    }

    private void maintainAt(String now) {
        store.moveTo(now);
        new UsageMaintenance(
                        store.database,
                        partitions,
                        store.retention(),
                        new Roles(Set.of("worker")),
                        Clock.fixed(Instant.parse(now), ZoneOffset.UTC))
                .maintain();
    }

    private List<String> partitionsOf(String month) {
        return store.database.inTransaction(handle -> handle.select(
                        "SELECT relname FROM pg_class WHERE relkind = 'r' AND relname LIKE ? ORDER BY relname",
                        "%\\_" + month.replace("-", ""))
                .mapTo(String.class)
                .list());
    }

    private int blocks(TenantId tenant) {
        return count("SELECT count(*) FROM sample_blocks WHERE tenant_id = ?", tenant.value());
    }

    private int logged(int shard) {
        return count("SELECT count(*) FROM usage_log WHERE length(payload) = 0 AND shard = ?", shard);
    }

    private int loggedBesideNow() {
        return count("SELECT count(*) FROM usage_log WHERE length(payload) = 0 AND slot <> ?", -1);
    }

    private int count(String sql, Object parameter) {
        return store.database.inTransaction(
                handle -> handle.select(sql, parameter).mapTo(Integer.class).one());
    }
}
