package io.tenantlens.api.series;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenantlens.api.database.WorkerDatabase;
import io.tenantlens.api.instance.Installation;
import io.tenantlens.api.testing.TestConfigs;
import io.tenantlens.api.testing.TestPostgres;
import io.tenantlens.api.testing.TestTenants;
import io.tenantlens.cost.tenant.TenantId;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SeriesIndexIT {

    private static final TenantId ACORN = TestTenants.signUp("series-acorn", "Asia/Dhaka");
    private static final TenantId BIRCH = TestTenants.signUp("series-birch", "Asia/Dhaka");

    private final WorkerDatabase database =
            new WorkerDatabase(TestPostgres.shared().as("tenantlens_worker"));
    private final SeriesIndex index = index(50_000);

    @Test
    void register_twiceAndByAnotherInstance_givesTheSameSeries() {
        var views = series(ACORN, Map.of("__name__", "views", "page", "a"));
        var orders = series(BIRCH, Map.of("__name__", "orders_total"));

        var first = index.register(List.of(views, orders, views));
        var again = index(50_000).register(List.of(orders, views));

        assertThat(first.get(0)).isEqualTo(first.get(2));
        assertThat(again).containsExactly(first.get(1), first.get(0));
    }

    @Test
    void register_ofReplicas_isOneSeriesSentTwice() {
        var one = series(ACORN, Map.of("__name__", "up", "cluster", "eu", "__replica__", "r1"));
        var two = series(ACORN, Map.of("__name__", "up", "cluster", "eu", "__replica__", "r2"));

        var refs = index.register(List.of(one, two)).stream()
                .map(ref -> ref.orElseThrow())
                .toList();

        assertThat(refs.get(0).seriesId()).isEqualTo(refs.get(1).seriesId());
        assertThat(refs.get(0).replica()).isPositive().isNotEqualTo(refs.get(1).replica());
    }

    @Test
    void register_ofDroppedLabels_tellsSeriesApartWithoutStoringTheLabel() {
        var shoes = series(ACORN, Map.of("__name__", "searches", "query", "shoes of amina"));
        var boots = series(ACORN, Map.of("__name__", "searches", "query", "boots"));

        var refs = index.register(List.of(shoes, boots));

        assertThat(refs.get(0)).isNotEqualTo(refs.get(1));
        assertThat(storedLabels("searches")).containsExactly("{}", "{}");
    }

    @Test
    void register_beyondTheLimit_isEmptyButKeepsWhatIsKnown() {
        var tenant = TestTenants.signUp("series-cedar", "Asia/Dhaka");
        var wanted = IntStream.range(0, 5)
                .mapToObj(i -> series(tenant, Map.of("__name__", "m", "i", "" + i)))
                .toList();
        var narrow = index(3);

        assertThat(narrow.register(wanted).stream().filter(ref -> ref.isPresent()))
                .hasSize(3);
        assertThat(narrow.register(wanted.subList(0, 3))).allMatch(ref -> ref.isPresent());
    }

    @Test
    void find_knowsOnlyTheSameBytesInTheSameContext() {
        var ref = new SeriesRef(ACORN, 7, 0, SeriesKind.COUNTER, 0);
        var bytes = "..views{page=a}..".getBytes(UTF_8);
        index.remember(1, bytes, 2, 13, ref);

        assertThat(index.find(1, "views{page=a}".getBytes(UTF_8), 0, 13)).isSameAs(ref);
        assertThat(index.find(2, bytes, 2, 13)).isNull();
        assertThat(index.find(1, bytes, 2, 12)).isNull();
    }

    @Test
    void find_afterTheTableTurnedOver_keepsWhatIsInUse() {
        var few = new RememberedSeries(100);
        var used = "used".getBytes(UTF_8);
        few.remember(0, used, 0, 4, new SeriesRef(ACORN, 1, 0, SeriesKind.COUNTER, 0));
        for (var i = 0; i < 1_000; i++) {
            var key = ("k" + i).getBytes(UTF_8);
            few.remember(0, key, 0, key.length, new SeriesRef(ACORN, i, 0, SeriesKind.COUNTER, 0));
            assertThat(few.find(0, used, 0, 4)).isNotNull();
        }

        assertThat(few.find(0, "k1".getBytes(UTF_8), 0, 2)).isNull();
    }

    private SeriesIndex index(int limit) {
        var config = TestConfigs.with(
                SeriesConfig.class, Map.of("tenantlens.series.limit-per-tenant", Integer.toString(limit)));
        return new SeriesIndex(database, new Installation(database), new Shards(4), config);
    }

    private static NewSeries series(TenantId tenant, Map<String, String> labels) {
        return new NewSeries(tenant, Labels.of(labels), SeriesKind.COUNTER);
    }

    private List<String> storedLabels(String metric) {
        return database.inTransaction(
                handle -> handle.select("SELECT labels::text FROM series WHERE metric = ?", metric)
                        .mapTo(String.class)
                        .list());
    }
}
