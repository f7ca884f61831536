package io.tenantlens.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoWorldTest {

    private static final Instant NOW = Instant.parse("2026-10-20T09:30:00Z");
    private static final World WORLD = World.ending(NOW, 24, 396);

    private static final DemoTenant BOOKS = DemoTenants.of(24, WORLD.seed()).getFirst();

    @Test
    void tenants_beginWithThoseOfTheDemoRealm() {
        assertThat(DemoTenants.of(24, 1))
                .hasSize(24)
                .extracting(DemoTenant::slug)
                .doesNotHaveDuplicates()
                .startsWith("dhaka-books", "sylhet-tea", "khulna-fish");
    }

    @Test
    void tenants_coverEveryKindTierAndHosting() {
        var tenants = DemoTenants.of(24, 1);

        assertThat(tenants).extracting(DemoTenant::kind).contains(Kind.values());
        assertThat(tenants).extracting(DemoTenant::tier).contains(DemoTenant.Tier.values());
        assertThat(tenants).extracting(DemoTenant::hosting).contains("shared", "dedicated");
    }

    @Test
    void generatedTenants_areTheSameForTheSameSeed() {
        assertThat(DemoTenants.of(2_000, 7)).isEqualTo(DemoTenants.of(2_000, 7)).doesNotHaveDuplicates();
        assertThat(DemoTenants.of(2_000, 7)).isNotEqualTo(DemoTenants.of(2_000, 8));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 40, 100, 130, 396})
    void history_howeverShort_letsNobodyLeaveBeforeSigningUp(int days) {
        var world = World.ending(NOW, 2_000, days);

        assertThat(DemoTenants.of(2_000, world.seed()))
                .filteredOn(tenant -> tenant.kind() == Kind.CHURNED)
                .isNotEmpty()
                .allSatisfy(tenant -> assertThat(world.signedUpOn(tenant)).isBeforeOrEqualTo(world.churnDay()));
    }

    @Test
    void traffic_isTheSameWhateverWasAskedBefore() {
        var asked = new Traffic(WORLD, BOOKS, Totals.NONE);
        for (var at = WORLD.origin(); at.isBefore(NOW); at = at.plus(Duration.ofHours(7))) {
            asked.at(at);
        }

        assertThat(asked.at(NOW)).isEqualTo(new Traffic(WORLD, BOOKS, Totals.NONE).at(NOW));
    }

    @Test
    void traffic_growsForAGrowingShopAndEndsForOneThatLeft() {
        var gone = DemoTenants.of(24, WORLD.seed()).stream()
                .filter(tenant -> tenant.kind() == Kind.CHURNED)
                .findFirst()
                .orElseThrow();

        assertThat(visits(BOOKS, 0, 30)).isLessThan(visits(BOOKS, 360, 390));
        assertThat(visits(gone, 200, 230)).isPositive();
        assertThat(visits(gone, 340, 390)).isZero();
    }

    @Test
    void traffic_hasItsPeakInTheEvening() {
        var shape = new Shape(WORLD, BOOKS);
        var night = shape.visitsInHour(Instant.parse("2026-10-10T21:00:00Z"));
        var evening = shape.visitsInHour(Instant.parse("2026-10-11T14:00:00Z"));

        assertThat(evening).isGreaterThan(5 * night);
    }

    @Test
    void counters_neverFall() {
        var traffic = new Traffic(WORLD, BOOKS, Totals.NONE);
        var moments = new History(unused(), new WorldFile.Saved(WORLD, NOW, Map.of()))
                .times(NOW).stream().map(traffic::at).toList();

        for (var series : SeriesPlan.of(BOOKS)) {
            if (series.metric().endsWith("_total") || series.metric().endsWith("_bucket")) {
                assertThat(values(series, moments)).as(series.exposition()).isSorted();
            }
        }
    }

    @Test
    void buckets_areCumulative() {
        var moment = new Traffic(WORLD, BOOKS, Totals.NONE).at(NOW);
        var buckets = SeriesPlan.of(BOOKS).stream()
                .filter(series -> series.metric().equals("db_query_duration_seconds_bucket"))
                .map(series -> series.value().applyAsDouble(moment))
                .toList();

        assertThat(buckets).isSorted().hasSize(6);
    }

    @Test
    void series_coverTheCatalogueWithFewAShop() {
        var series = SeriesPlan.of(BOOKS);
        var metrics = series.stream().map(DemoSeries::metric).collect(Collectors.toSet());

        assertThat(series).hasSizeBetween(50, 95);
        assertThat(metrics)
                .contains("http_requests_total", "http_request_duration_seconds_bucket", "revenue_bdt_total")
                .contains("storage_usage_bytes", "probe_success", "external_api_errors_total", "sms_sent_total");
        assertThat(series).extracting(DemoSeries::remoteLabels).doesNotHaveDuplicates();
    }

    @Test
    void history_hasDaysAndThenHours() {
        var times = new History(unused(), new WorldFile.Saved(WORLD, NOW, Map.of())).times(NOW);

        assertThat(times).isSorted().doesNotHaveDuplicates().hasSize(1 + 306 + 90 * 24 + 15);
        assertThat(times).allMatch(at -> !at.isAfter(NOW));
    }

    @Test
    void exposition_groupsTheLinesOfAMetric() {
        var text = MetricsEndpoint.text(List.of(new LiveShop(WORLD, BOOKS, Totals.NONE, NOW)));

        assertThat(text.lines().filter(line -> line.equals("# TYPE orders_total counter")))
                .hasSize(1);
        assertThat(text).contains("products_count{status=\"active\",tenant_id=\"dhaka-books\"} ");
    }

    private static PortalApi unused() {
        return new PortalApi(URI.create("http://127.0.0.1:1"), URI.create("http://127.0.0.1:1"), "");
    }

    private static double visits(DemoTenant tenant, int fromDay, int untilDay) {
        var traffic = new Traffic(WORLD, tenant, Totals.NONE);
        var before = traffic.at(WORLD.origin().plus(Duration.ofDays(fromDay))).visits();
        return traffic.at(WORLD.origin().plus(Duration.ofDays(untilDay))).visits() - before;
    }

    private static List<Double> values(DemoSeries series, List<Moment> moments) {
        return moments.stream()
                .map(moment -> series.value().applyAsDouble(moment))
                .toList();
    }
}
