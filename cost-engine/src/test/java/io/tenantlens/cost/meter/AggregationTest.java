package io.tenantlens.cost.meter;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantlens.cost.time.BillingPeriod;
import io.tenantlens.cost.time.Period;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class AggregationTest {

    private static final Period AUGUST = new BillingPeriod(YearMonth.of(2023, 8), ZoneOffset.UTC).period();

    private static final List<Sample> SAMPLES = List.of(
            sample("2023-08-02T00:00:00Z", "4", "b"), sample("2023-08-01T00:00:00Z", "7", "a"),
            sample("2023-08-03T00:00:00Z", "5", "b"), sample("2023-09-01T00:00:00Z", "100", "c"));

    @Test
    void aggregations_leaveOutTheEndOfThePeriod() {
        assertThat(Aggregation.SUM.of(SAMPLES, AUGUST, BigDecimal.ZERO)).isEqualByComparingTo("16");
        assertThat(Aggregation.COUNT.of(SAMPLES, AUGUST, BigDecimal.ZERO)).isEqualByComparingTo("3");
        assertThat(Aggregation.MAX.of(SAMPLES, AUGUST, BigDecimal.ZERO)).isEqualByComparingTo("7");
        assertThat(Aggregation.UNIQUE.of(SAMPLES, AUGUST, BigDecimal.ZERO)).isEqualByComparingTo("2");
        assertThat(Aggregation.LATEST.of(SAMPLES, AUGUST, BigDecimal.ZERO)).isEqualByComparingTo("5");
    }

    @Test
    void latest_withoutSamples_keepsWhatWasCarriedOver() {
        assertThat(Aggregation.LATEST.of(List.of(), AUGUST, BigDecimal.TEN)).isEqualByComparingTo("10");
    }

    /** Golden case LAGO-WEIGHTED. */
    @Test
    void weightedSum_isTheMeanLevelOverThePeriod() {
        var changes = List.of(
                change("00:00", 2),
                change("01:00", 3),
                change("01:30", 1),
                change("02:00", -4),
                change("04:00", -2),
                change("05:00", 10),
                change("05:30", -10));

        var mean = Aggregation.WEIGHTED_SUM.of(changes, AUGUST, BigDecimal.ZERO);

        assertThat(mean.setScale(5, RoundingMode.HALF_UP)).isEqualByComparingTo("0.02218");
    }

    /** Golden case LAGO-PRORATED-SUM, which rounds up in the last place: 5 + 24 × 6/31 is 9.645161… */
    @Test
    void weightedSum_countsAnAdditionFromItsDayOn() {
        var added = List.of(Sample.of(Instant.parse("2023-08-26T00:00:00Z"), new BigDecimal("24")));

        var prorated = Aggregation.WEIGHTED_SUM.of(added, AUGUST, new BigDecimal("5"));

        assertThat(prorated.setScale(5, RoundingMode.UP)).isEqualByComparingTo("9.64517");
        assertThat(prorated.setScale(5, RoundingMode.HALF_UP)).isEqualByComparingTo("9.64516");
    }

    private static Sample sample(String at, String value, String key) {
        return new Sample(Instant.parse(at), new BigDecimal(value), key);
    }

    private static Sample change(String time, int value) {
        return Sample.of(Instant.parse("2023-08-01T" + time + ":00Z"), BigDecimal.valueOf(value));
    }
}
