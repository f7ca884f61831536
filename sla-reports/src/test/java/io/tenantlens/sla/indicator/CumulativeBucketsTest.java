package io.tenantlens.sla.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tenantlens.api.histogram.ClassicHistogram;
import io.tenantlens.sla.indicator.CumulativeBuckets.Bucket;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CumulativeBucketsTest {

    private static final double INF = Double.POSITIVE_INFINITY;

    private final CumulativeBuckets buckets = CumulativeBuckets.of(
            List.of(new Bucket(INF, 120), new Bucket(0.2, 70), new Bucket(1, 110), new Bucket(0.1, 50)));

    @ParameterizedTest
    @CsvSource({"0.2, 0.048, 0, 0.1", "0.5, 0.15, 0.1, 0.2", "0.8, 0.72, 0.2, 1", "1, 1, 1, Infinity"})
    void quantile_saysItsBucket(double q, double value, double lower, double upper) {
        var estimate = buckets.quantile(q);

        assertThat(estimate.value()).isCloseTo(value, within(1e-12));
        assertThat(estimate.lower()).isEqualTo(lower);
        assertThat(estimate.upper()).isEqualTo(upper);
    }

    @Test
    void relativeError_isTheFartherEndOfTheBucket() {
        assertThat(buckets.quantile(0.5).relativeError()).isCloseTo(1.0 / 3, within(1e-12));
        assertThat(buckets.quantile(1).relativeError()).isEqualTo(INF);
    }

    @Test
    void quantile_withoutAnOpenBucket_isUnknown() {
        var closed = CumulativeBuckets.of(List.of(new Bucket(0.1, 50), new Bucket(0.2, 70)));

        assertThat(closed.quantile(0.5).value()).isNaN();
        assertThat(closed.fractionBelow(0.1)).isNaN();
        assertThat(closed.complete()).isFalse();
    }

    @Test
    void quantile_withoutBuckets_isUnknown() {
        var none = CumulativeBuckets.of(List.of());

        assertThat(none.quantile(0.5).value()).isNaN();
        assertThat(none.quantile(-1).value()).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(none.fraction(0, 1)).isNaN();
    }

    @Test
    void quantile_withOnlyTheOpenBucket_isUnknown() {
        var open = CumulativeBuckets.of(List.of(new Bucket(INF, 5)));

        assertThat(open.quantile(0.5).value()).isNaN();
        assertThat(open.observations()).isEqualTo(5);
    }

    @Test
    void quantile_ignoresDifferencesThatAreRounding() {
        var noisy = CumulativeBuckets.of(
                List.of(new Bucket(1, 100), new Bucket(2, 100 + 1e-11), new Bucket(4, 200), new Bucket(INF, 200)));

        assertThat(noisy.quantile(0.500001).lower()).isEqualTo(2);
    }

    @Test
    void quantile_ofMergedHistograms_isNotTheMeanOfTheirs() {
        var bounds = new double[] {0.1, 1, 2, INF};
        var fast = ClassicHistogram.of(bounds, new double[] {1000, 0, 0, 0}, 50);
        var slow = ClassicHistogram.of(bounds, new double[] {0, 0, 10, 0}, 15);

        var p95 = Quantiles.of(fast.merge(slow)).quantile(0.95);

        assertThat(p95.value()).isCloseTo(0.09595, within(1e-9));
    }

    @Test
    void fractionBelow_thresholdInsideABucket_isInterpolated() {
        var even = CumulativeBuckets.of(
                List.of(new Bucket(0, 0), new Bucket(2, 1), new Bucket(4, 2), new Bucket(6, 3), new Bucket(INF, 3)));

        assertThat(even.fractionBelow(3.5)).isCloseTo(0.5833333333333334, within(1e-12));
        assertThat(even.fractionBelow(100)).isEqualTo(1);
        assertThat(even.fraction(2, 2)).isZero();
    }
}
