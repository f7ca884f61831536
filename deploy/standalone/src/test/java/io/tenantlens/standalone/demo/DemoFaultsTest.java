package io.tenantlens.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DemoFaultsTest {

    private static final Instant NOW = Instant.parse("2026-10-20T06:30:00Z");
    private static final World WORLD = World.ending(NOW, 24, 40);
    private static final DemoTenant BOOKS =
            DemoTenants.of(WORLD.tenants(), WORLD.seed()).getFirst();

    @TempDir
    Path folder;

    @BeforeEach
    void save() throws IOException {
        new WorldFile(folder.resolve("demo.json")).write(new WorldFile.Saved(WORLD, NOW, Map.of()));
    }

    @Test
    void breakDown_isKnownToTheDemoUntilItIsHealed() throws IOException {
        assertThat(faults().breakDown("payments", Optional.of(BOOKS.slug()))).contains("TenantOrderProcessingFailure");
        assertThat(broken()).isEqualTo(Map.of(BOOKS.slug(), Set.of(Fault.PAYMENTS)));

        assertThat(faults().heal(Optional.empty())).contains("healed " + BOOKS.slug());
        assertThat(broken()).isEmpty();
    }

    @Test
    void breakDownWithoutAShop_isForAll() throws IOException {
        faults().breakDown("revenue", Optional.empty());

        assertThat(broken()).hasSize(24);
    }

    @Test
    void unknownFaultOrShop_isRefusedWithWhatThereIs() {
        assertThatThrownBy(() -> faults().breakDown("everything", Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("payments, latency, errors, revenue, api-spike");
        assertThatThrownBy(() -> faults().breakDown("payments", Optional.of("acorn")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(BOOKS.slug());
    }

    @ParameterizedTest
    @EnumSource
    void brokenShop_countsOnAndNeverBack(Fault fault) {
        var shop = new LiveShop(WORLD, BOOKS, Totals.NONE, NOW);
        var before = shop.now();

        shop.advanceTo(NOW.plus(Duration.ofMinutes(10)), Set.of(fault));
        var broken = shop.now();
        shop.advanceTo(NOW.plus(Duration.ofMinutes(20)), Set.of());

        for (var series : shop.series()) {
            if (series.metric().endsWith("_total") || series.metric().endsWith("_bucket")) {
                var value = series.value();
                assertThat(value.applyAsDouble(broken)).isGreaterThanOrEqualTo(value.applyAsDouble(before));
                assertThat(value.applyAsDouble(shop.now())).isGreaterThanOrEqualTo(value.applyAsDouble(broken));
            }
        }
        assertThat(shop.now().totals())
                .isNotEqualTo(new Traffic(WORLD, BOOKS, Totals.NONE)
                        .at(shop.now().at())
                        .totals());
    }

    @Test
    void brokenPayments_failNineOfTenTimes() {
        var shop = new LiveShop(WORLD, BOOKS, Totals.NONE, NOW);
        var before = shop.now();

        shop.advanceTo(NOW.plus(Duration.ofMinutes(10)), Set.of(Fault.PAYMENTS));

        var declined = shop.now().declined() - before.declined();
        assertThat(declined / (shop.now().orders() - before.orders())).isBetween(0.89, 0.91);
    }

    @Test
    void whatFaultsAdded_outlivesARestart() throws IOException {
        var shop = new LiveShop(WORLD, BOOKS, Totals.NONE, NOW);
        var later = NOW.plus(Duration.ofMinutes(10));
        shop.advanceTo(later, Set.of(Fault.API_SPIKE));
        var file = new WorldFile(folder.resolve("demo.json"));
        file.write(new WorldFile.Saved(WORLD, later, Map.of(BOOKS.slug(), shop.extra())));

        var again = new LiveShop(WORLD, BOOKS, file.read().orElseThrow().extra(BOOKS), later);

        assertThat(again.now()).isEqualTo(shop.now());
    }

    private DemoFaults faults() {
        return new DemoFaults(folder.resolve("demo.json"), folder.resolve("demo-faults.json"));
    }

    private Map<String, Set<Fault>> broken() throws IOException {
        return new FaultFile(folder.resolve("demo-faults.json")).read();
    }
}
