package io.tenantlens.sla.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tenantlens.api.histogram.NativeHistogram;
import io.tenantlens.api.histogram.SparseBuckets;
import io.tenantlens.api.histogram.ZeroBucket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cases after Prometheus' native_histograms.test. */
class ExponentialBucketsTest {

    private static final SparseBuckets ONE_TWO_ONE = SparseBuckets.dense(0, new double[] {1, 2, 1});

    @ParameterizedTest
    @CsvSource({"0.5, 1.414213562373095", "0.25, 1", "1, 4", "0, 0.5", "0.75, 2", "0.125, 0.7071067811865476"})
    void quantile_interpolatesExponentially(double q, double value) {
        assertThat(positive(ONE_TWO_ONE).quantile(q).value()).isCloseTo(value, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({"1.001, Infinity", "-0.1, -Infinity", "NaN, NaN"})
    void quantile_outOfRange(double q, Double value) {
        assertThat(positive(ONE_TWO_ONE).quantile(q).value()).isEqualTo(value);
    }

    @Test
    void quantile_inTheZeroBucket_isLinear() {
        var histogram = NativeHistogram.of(0, new ZeroBucket(0.001, 2), ONE_TWO_ONE, SparseBuckets.NONE, 6, 8);

        assertThat(Quantiles.of(histogram).quantile(1.0 / 6).value()).isCloseTo(0.0005, within(1e-12));
    }

    @Test
    void quantile_withBothSigns_spansTheZeroBucket() {
        var histogram = NativeHistogram.of(0, new ZeroBucket(0.001, 2), ONE_TWO_ONE, ONE_TWO_ONE, 10, 0);
        var quantiles = Quantiles.of(histogram);

        assertThat(quantiles.quantile(0.5).value()).isCloseTo(0, within(1e-12));
        assertThat(quantiles.quantile(0.1).value()).isCloseTo(-2, within(1e-12));
        assertThat(quantiles.quantile(0).value()).isCloseTo(-4, within(1e-12));
        assertThat(quantiles.quantile(0.2).value()).isCloseTo(-1.414213562373095, within(1e-12));
    }

    @Test
    void quantile_withNanObserved_ranksThemAboveAll() {
        var histogram = NativeHistogram.of(0, ZeroBucket.EMPTY, ONE_TWO_ONE, SparseBuckets.NONE, 8, Double.NaN);
        var quantiles = Quantiles.of(histogram);

        assertThat(quantiles.quantile(0.25).value()).isCloseTo(1.414213562373095, within(1e-12));
        assertThat(quantiles.quantile(0.9).value()).isNaN();
        assertThat(quantiles.fraction(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY))
                .isEqualTo(0.5);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 2, 0.5",
        "1, 3, 0.6462406251802891",
        "3, 20, 0.10375937481971094",
        "0, 1, 0.25",
        "0, 10, 1",
        "4, 5, 0",
        "2, 1, 0",
        "-Infinity, Infinity, 1",
        "1, NaN, NaN"
    })
    void fraction_isThatOfPrometheus(double lower, double upper, double share) {
        assertThat(positive(ONE_TWO_ONE).fraction(lower, upper)).isCloseTo(share, within(1e-12));
    }

    @Test
    void fraction_ofNegativeBuckets_mirrors() {
        var histogram = NativeHistogram.of(0, ZeroBucket.EMPTY, SparseBuckets.NONE, ONE_TWO_ONE, 4, -8);

        assertThat(Quantiles.of(histogram).fraction(-2, -1)).isEqualTo(0.5);
        assertThat(Quantiles.of(histogram).fraction(-3, -1)).isCloseTo(0.6462406251802891, within(1e-12));
    }

    @Test
    void quantile_withoutObservations_isUnknown() {
        var quantiles = positive(SparseBuckets.NONE);

        assertThat(quantiles.quantile(0.5).value()).isNaN();
        assertThat(quantiles.fraction(0, 1)).isNaN();
    }

    private static Quantiles positive(SparseBuckets buckets) {
        return Quantiles.of(
                NativeHistogram.of(0, ZeroBucket.EMPTY, buckets, SparseBuckets.NONE, buckets.total(), buckets.total()));
    }
}
