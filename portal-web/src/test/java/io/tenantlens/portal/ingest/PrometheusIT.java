package io.tenantlens.portal.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.tenantlens.api.access.TestScopes;
import io.tenantlens.api.testing.PostgresTestResource;
import io.tenantlens.api.testing.TestTenants;
import io.tenantlens.api.usage.UsageQueries;
import io.tenantlens.cost.meter.MeterKey;
import io.tenantlens.cost.tenant.TenantId;
import io.tenantlens.cost.time.DateRange;
import jakarta.inject.Inject;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real Prometheus scrapes a counter and remote-writes it: the portal shows exactly its increase. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class PrometheusIT {

    private static final String DHAKA = "Asia/Dhaka";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TestHTTPResource("/api/v1/write")
    URI write;

    @Inject
    UsageQueries usage;

    @TempDir
    Path folder;

    @Test
    @TestSecurity(user = "prometheus", roles = "ingest")
    void increaseOfACounter_arrivesExactly() throws Exception {
        var acorn = TestTenants.signUp("prometheus-acorn", DHAKA);
        try (var shop = new ShopMetrics("orders_total{tenant_id=\"prometheus-acorn\",status=\"paid\"}", 1_000)) {
            var prometheus = start(shop.port());
            try {
                for (int value : new int[] {1_000, 1_017, 1_042, 5}) { // the last one after a restart of the shop
                    shop.set(value);
                    await().atMost(PATIENCE).until(() -> shop.wasScraped(value));
                }
                await().atMost(PATIENCE)
                        .untilAsserted(() -> assertThat(orders(acorn)).isEqualByComparingTo("47"));
            } finally {
                stop(prometheus);
            }
        }
    }

    private BigDecimal orders(TenantId tenant) {
        var today = LocalDate.now(ZoneId.of(DHAKA));
        return usage.totals(TestScopes.tenant(tenant), new DateRange(today.minusDays(1), today.plusDays(2)))
                .getOrDefault(new MeterKey("orders"), BigDecimal.ZERO);
    }

    private Process start(int port) throws IOException {
        var config = Files.writeString(folder.resolve("prometheus.yml"), """
                global:
                  scrape_interval: 1s
                scrape_configs:
                  - job_name: shop
                    static_configs:
                      - targets: ['127.0.0.1:%d']
                remote_write:
                  - url: %s
                    queue_config:
                      batch_send_deadline: 500ms
                """.formatted(port, write));
        return new ProcessBuilder(
                        "prometheus",
                        "--config.file=" + config,
                        "--storage.tsdb.path=" + folder.resolve("data"),
                        "--web.listen-address=127.0.0.1:0")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("prometheus.log").toFile())
                .start();
    }

    private static void stop(Process prometheus) throws InterruptedException {
        prometheus.destroy();
        if (!prometheus.waitFor(20, TimeUnit.SECONDS)) {
            prometheus.destroyForcibly().waitFor();
        }
    }
}
