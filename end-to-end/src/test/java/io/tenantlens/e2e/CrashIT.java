package io.tenantlens.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Stack.class)
class CrashIT {

    private static final int BATCHES = 200;
    private static final int READINGS = 50;

    /** The sender keeps what was not acknowledged, as Prometheus does, and after the crash sends all of it again. */
    @Test
    void portalKilledWhileIngesting_losesNothingAndCountsNothingTwice(Stack.Running stack) {
        var api = new Api(stack);
        api.register("khulna-fish");
        var start = Instant.now().minusSeconds(BATCHES * READINGS).toEpochMilli();

        var acknowledged = 0;
        for (var batch = 0; batch < BATCHES; batch++) {
            if (batch == BATCHES / 2) {
                stack.portalProcess().destroyForcibly();
            }
            acknowledged += sends(api, start, batch) ? 1 : 0;
        }
        assertThat(acknowledged).isBetween(BATCHES / 2 - 1, BATCHES - 1);
        await().atMost(Duration.ofMinutes(2))
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(sends(api, start, 0)).isTrue());
        for (var batch = 0; batch < BATCHES; batch++) {
            assertThat(sends(api, start, batch)).isTrue();
        }

        await().atMost(Duration.ofSeconds(30))
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(total(api)).isEqualTo((BATCHES * READINGS - 1L) * 7));
    }

    private static boolean sends(Api api, long start, int batch) {
        var times = new long[READINGS];
        var values = new double[READINGS];
        for (var i = 0; i < READINGS; i++) {
            var index = batch * READINGS + i;
            times[i] = start + index * 1_000L;
            values[i] = index * 7.0;
        }
        try {
            return api.write("khulna-fish", "product_views_total", Map.of("instance", "shop-1"), times, values)
                            .statusCode()
                    == 204;
        } catch (UncheckedIOException _) {
            return false;
        }
    }

    private static long total(Api api) {
        var total = 0L;
        for (var point : api.read("/api/v1/tenants/khulna-fish/usage?meter=product_views&interval=day", "dipu")
                .path("points")) {
            total += point.path("value").asLong();
        }
        return total;
    }
}
