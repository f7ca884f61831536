package io.tenantlens.api.gauge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.prometheus.client.CollectorRegistry;
import io.prometheus.client.exporter.common.TextFormat;
import io.tenantlens.api.database.WorkerDatabase;
import io.tenantlens.api.instance.Roles;
import io.tenantlens.api.testing.TestConfigs;
import io.tenantlens.api.testing.TestPostgres;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;

class BusinessGaugesIT {

    private final CollectorRegistry registry = new CollectorRegistry(true);
    private final MovingClock clock = new MovingClock();
    private final Sizes sizes = new Sizes();
    private final Weights weights = new Weights();
    private final BusinessGauges gauges = new BusinessGauges(
            new WorkerDatabase(TestPostgres.shared().as("tenantlens_worker")),
            List.of(sizes, weights),
            TestConfigs.defaults(GaugeConfig.class),
            new Roles(Set.of("worker")),
            clock,
            registry);

    @Test
    void scrape_showsWhatSourcesSaidAndAsOfWhen() throws IOException {
        gauges.refresh();

        assertThat(scrape())
                .contains("# TYPE tenant_size gauge", "tenant_size{tenant_id=\"acorn\",} 1.0")
                .contains("tenant_weight{tenant_id=\"acorn\",} 7.0")
                .contains("tenantlens_gauges_read_timestamp_seconds{source=\"Sizes\",} 1.7924976E9")
                .contains("tenantlens_gauges_read_duration_seconds{source=\"Sizes\",}");
    }

    @Test
    void scrape_asksNobody() throws IOException {
        gauges.refresh();

        scrape();
        scrape();

        assertThat(sizes.reads).isEqualTo(1);
    }

    @Test
    void source_isAskedAgainWhenItsReadingIsNoLongerGood() {
        gauges.refresh();
        clock.pass(Duration.ofMinutes(1));
        gauges.refresh();

        assertThat(sizes.reads).isEqualTo(2);
        assertThat(weights.reads).isEqualTo(1);

        clock.pass(Duration.ofMinutes(59));
        gauges.refresh();

        assertThat(weights.reads).isEqualTo(2);
    }

    @Test
    void failingSource_keepsItsLastValuesAndHoldsUpNoOther() throws IOException {
        gauges.refresh();
        sizes.broken = true;
        weights.value = 9;
        clock.pass(Duration.ofHours(1).minusMinutes(55));
        gauges.refresh();

        assertThat(scrape()).contains("tenant_size{tenant_id=\"acorn\",} 1.0");

        clock.pass(Duration.ofMinutes(55));
        gauges.refresh();

        assertThat(scrape()).contains("tenant_weight{tenant_id=\"acorn\",} 9.0").doesNotContain("tenant_size{");
    }

    @Test
    void source_canChangeNothing() throws IOException {
        sizes.sql = "DELETE FROM installation";
        gauges.refresh();

        assertThat(scrape()).doesNotContain("tenant_size{");
    }

    @Test
    void rowWithoutAValueForEachLabel_isRefused() {
        var rows = Gauge.named("tenant_size", "How large", "tenant_id").add(1, "acorn", "large");

        assertThatThrownBy(rows::build).hasMessageContaining("[tenant_id]");
    }

    @Test
    void scrapeOfTwentyGaugesOfTwoThousandTenants_takesLessThanASecond() throws IOException {
        sizes.tenants = 2_000;
        sizes.metrics = 20;
        gauges.refresh();

        var begun = System.nanoTime();
        var lines = scrape().lines().count();

        assertThat(lines).isGreaterThan(40_000);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(1));
    }

    private String scrape() throws IOException {
        var text = new StringWriter();
        TextFormat.write004(text, registry.metricFamilySamples());
        return text.toString();
    }

    private static final class Sizes implements GaugeSource {

        private int tenants = 1;
        private int metrics = 1;
        private int reads;
        private boolean broken;
        private String sql = "SELECT 1";

        @Override
        public List<Gauge> read(Handle handle) {
            reads++;
            handle.execute(broken ? "SELECT * FROM no_such_table" : sql);
            var all = new ArrayList<Gauge>();
            for (int metric = 0; metric < metrics; metric++) {
                var rows = Gauge.named("tenant_size" + "x".repeat(metric), "How large a shop is", "tenant_id");
                for (int tenant = 0; tenant < tenants; tenant++) {
                    rows.add(1, tenant == 0 ? "acorn" : "acorn-" + tenant);
                }
                all.add(rows.build());
            }
            return all;
        }
    }

    private static final class Weights implements GaugeSource {

        private int reads;
        private double value = 7;

        @Override
        public List<Gauge> read(Handle handle) {
            reads++;
            return List.of(Gauge.named("tenant_weight", "How heavy a shop is", "tenant_id")
                    .add(value, "acorn")
                    .build());
        }

        @Override
        public Duration goodFor() {
            return Duration.ofHours(1);
        }
    }

    private static final class MovingClock extends Clock {

        private Instant now = Instant.parse("2026-10-20T12:00:00Z");

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
