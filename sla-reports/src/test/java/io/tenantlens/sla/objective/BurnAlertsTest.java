package io.tenantlens.sla.objective;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BurnAlertsTest {

    private static final Target THREE_NINES = Target.of("99.9");
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);

    @ParameterizedTest
    @CsvSource({
        "30, 14.4, 6, 3, 1",
        "28, 13.44, 5.6, 2.8, 0.9333333333333333",
        "7, 16.8, 5.6, 2.8,",
        "31, 14.88, 6.2, 3.1, 1.033333333333333",
    })
    void factors_scaleWithTheWindow(int days, double first, double second, double third, Double fourth) {
        var factors = BurnAlerts.forWindow(days).conditions().stream()
                .mapToDouble(condition -> condition.factor().doubleValue())
                .toArray();

        if (fourth == null) {
            assertThat(factors).containsExactly(first, second, third);
        } else {
            assertThat(factors).containsExactly(first, second, third, fourth);
        }
    }

    @Test
    void firing_bothWindowsBurnFast_pages() {
        assertThat(firing(Map.of(HOUR, "0.0145", FIVE_MINUTES, "0.02"))).containsExactly(Severity.PAGE);
    }

    @Test
    void firing_exactlyAtTheFactor_isQuiet() {
        assertThat(firing(Map.of(HOUR, "0.0144", FIVE_MINUTES, "0.02"))).isEmpty();
    }

    @Test
    void firing_shortWindowRecovered_isQuiet() {
        assertThat(firing(Map.of(HOUR, "0.5", FIVE_MINUTES, "0"))).isEmpty();
    }

    @Test
    void firing_windowMissing_isQuiet() {
        assertThat(firing(Map.of(HOUR, "0.5"))).isEmpty();
    }

    @Test
    void firing_slowBurn_opensATicket() {
        assertThat(firing(Map.of(Duration.ofDays(3), "0.0011", Duration.ofHours(6), "0.002")))
                .containsExactly(Severity.TICKET);
    }

    @Test
    void value_whereNothingMayFail() {
        var all = Target.of("100");

        assertThat(new BurnRate(BigDecimal.ZERO, all).value()).contains(BigDecimal.ZERO);
        assertThat(new BurnRate(BigDecimal.ONE, all).value()).isEmpty();
    }

    private static Iterable<Severity> firing(Map<Duration, String> ratios) {
        var rates = new java.util.HashMap<Duration, BurnRate>();
        ratios.forEach((window, ratio) -> rates.put(window, new BurnRate(new BigDecimal(ratio), THREE_NINES)));
        return BurnAlerts.forWindow(30).firing(rates);
    }
}
