package io.tenantlens.api.cost.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Collections;
import org.junit.jupiter.api.Test;

class CostProjectionTest {

    @Test
    void steadyCost_goesOn() {
        var projection = CostProjection.of(Collections.nCopies(28, BigDecimal.TEN), new BigDecimal("190"), 12)
                .orElseThrow();

        assertThat(projection.week()).isEqualByComparingTo("70");
        assertThat(projection.month()).isEqualByComparingTo("300");
        assertThat(projection.monthEnd().value()).isEqualByComparingTo("310");
        assertThat(projection.monthEnd().low()).isEqualByComparingTo("310");
    }

    @Test
    void fewDays_giveNone() {
        assertThat(CostProjection.of(Collections.nCopies(7, BigDecimal.TEN), BigDecimal.ZERO, 12))
                .isEmpty();
    }
}
