package io.tenantlens.cost.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class BackTestTest {

    @Test
    void error_ofASteadySeries_isNone() {
        assertThat(BackTest.error(Collections.nCopies(28, BigDecimal.TEN), 7, 2))
                .hasValueSatisfying(error -> assertThat(error).isEqualByComparingTo("0"));
    }

    @Test
    void error_isTheShareThatTheForecastMissed() {
        List<BigDecimal> days = new ArrayList<>(Collections.nCopies(21, BigDecimal.TEN));
        days.addAll(Collections.nCopies(7, BigDecimal.valueOf(8)));

        assertThat(BackTest.error(days, 7, 2))
                .hasValueSatisfying(error -> assertThat(error).isEqualByComparingTo("0.25"));
    }

    @Test
    void tooFewDaysOrNothingTakenIn_haveNoError() {
        assertThat(BackTest.error(Collections.nCopies(14, BigDecimal.TEN), 7, 2))
                .isEmpty();
        assertThat(BackTest.error(Collections.nCopies(7, BigDecimal.TEN), 7, 2)).isEmpty();
        assertThat(BackTest.error(Collections.nCopies(28, BigDecimal.ZERO), 7, 2))
                .isEmpty();
    }
}
