package io.tenantlens.cost.budget;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class ThresholdsTest {

    private final Thresholds thresholds = new Thresholds(amounts("30", "15"), new BigDecimal("10"));

    /** Golden case LAGO-ALERTS. */
    @Test
    void crossed_firesEachThresholdOnceAndGoesOnBeyondTheLast() {
        assertThat(thresholds.crossed(amount("0"), amount("0"))).isEmpty();
        assertThat(thresholds.crossed(amount("0"), amount("35"))).containsExactlyElementsOf(amounts("15", "30"));
        assertThat(thresholds.crossed(amount("35"), amount("55"))).containsExactlyElementsOf(amounts("40", "50"));
        assertThat(thresholds.crossed(amount("55"), amount("55"))).isEmpty();
    }

    @Test
    void crossed_includesTheThresholdItself() {
        assertThat(thresholds.crossed(amount("14.99"), amount("15"))).containsExactlyElementsOf(amounts("15"));
        assertThat(thresholds.crossed(amount("15"), amount("15.01"))).isEmpty();
    }

    private static BigDecimal amount(String amount) {
        return new BigDecimal(amount);
    }

    private static List<BigDecimal> amounts(String... amounts) {
        return List.of(amounts).stream().map(BigDecimal::new).toList();
    }
}
