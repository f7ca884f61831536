package io.tenantlens.portal.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class ScaleTest {

    @Test
    void ticks_areRoundAndCoverTheValues() {
        var scale = Scale.covering(0, 4321, 5);

        assertThat(scale.ticks()).extracting(BigDecimal::intValue).containsExactly(0, 2000, 4000, 6000);
    }

    @Test
    void ticks_ofSmallNumbersStayExact() {
        var scale = Scale.covering(0, 0.7, 5);

        assertThat(scale.ticks()).extracting(BigDecimal::doubleValue).containsExactly(0.0, 0.2, 0.4, 0.6, 0.8);
    }

    @Test
    void axisOfRatios_startsNearTheLowest() {
        var scale = Scale.covering(0.9981, 1, 5);

        assertThat(scale.low()).isBetween(0.997, 0.9981);
        assertThat(scale.high()).isEqualTo(1.0);
    }

    @Test
    void nothingMeasured_stillGivesAnAxis() {
        assertThat(Scale.covering(0, 0, 5).ticks()).hasSizeGreaterThan(1);
        assertThat(Scale.covering(7, 7, 5).ticks()).hasSizeGreaterThan(1);
    }

    @Test
    void negatives_reachBelowZero() {
        var scale = Scale.covering(-30, 100, 5);

        assertThat(scale.low()).isLessThanOrEqualTo(-30);
        assertThat(scale.ticks()).anyMatch(tick -> tick.signum() == 0);
    }
}
