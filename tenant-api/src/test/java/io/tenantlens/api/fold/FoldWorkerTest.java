package io.tenantlens.api.fold;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantlens.api.testing.TestConfigs;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldWorkerTest {

    @ParameterizedTest
    @CsvSource({"20, 1000", "200, 1800", "900, 3000"})
    void rest_isNineTimesTheFoldBetweenTheTwoIntervals(long tookMillis, long restMillis) {
        var rest = FoldWorker.rest(Duration.ofMillis(tookMillis), TestConfigs.defaults(FoldConfig.class));

        assertThat(rest).isEqualTo(Duration.ofMillis(restMillis));
    }
}
