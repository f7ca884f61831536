package io.tenantlens.api.histogram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ClassicHistogramTest {

    private static final double INF = Double.POSITIVE_INFINITY;

    @Test
    void merge_addsBucketByBucket() {
        var merged = classic(1, 2, 3).merge(classic(10, 20, 30));

        assertThat(merged).isEqualTo(classic(11, 22, 33).merge(classic(0, 0, 0)));
        assertThat(merged.count()).isEqualTo(66);
    }

    @Test
    void merge_keepsOnlySharedBounds() {
        var other = ClassicHistogram.of(new double[] {0.25, 1, INF}, new double[] {4, 5, 6}, 7);

        var merged = classic(1, 2, 3).merge(other);

        assertThat(merged).isEqualTo(ClassicHistogram.of(new double[] {1, INF}, new double[] {12, 9}, 13));
        assertThat(merged).isEqualTo(other.merge(classic(1, 2, 3)));
    }

    @Test
    void merge_putsANativeBucketAtTheFirstBoundNotBelowIt() {
        var buckets = SparseBuckets.of(new int[] {-2, 0, 1}, new double[] {1, 1, 1});
        var other = NativeHistogram.of(0, new ZeroBucket(0.001, 1), buckets, SparseBuckets.NONE, 4, 3);

        var merged = classic(0, 0, 0).merge(other);

        // 0.25 and the zero bucket are within 0.5, the bucket that ends at 1 within 1, the one that ends at 2 above
        assertThat(merged).isEqualTo(ClassicHistogram.of(new double[] {0.5, 1, INF}, new double[] {2, 1, 1}, 9));
        assertThat(other.merge(classic(0, 0, 0))).isEqualTo(merged);
    }

    @Test
    void since_isTheDifference() {
        assertThat(classic(11, 22, 33).since(classic(1, 2, 3)).count()).isEqualTo(60);
        assertThat(classic(11, 22, 33).restartedAfter(classic(1, 2, 3))).isFalse();
    }

    @Test
    void since_afterARestart_countsFromZero() {
        var restarted = classic(2, 0, 0);

        assertThat(restarted.restartedAfter(classic(1, 2, 3))).isTrue();
        assertThat(restarted.since(classic(1, 2, 3))).isEqualTo(restarted);
    }

    @Test
    void since_aBucketThatWentDown_isARestartEvenIfTheCountRose() {
        assertThat(classic(0, 0, 9).restartedAfter(classic(1, 2, 3))).isTrue();
    }

    @Test
    void since_withOtherBounds_comparesTheSharedOnes() {
        var before = ClassicHistogram.of(new double[] {1, INF}, new double[] {3, 3}, 4);

        assertThat(classic(4, 2, 5).since(before))
                .isEqualTo(ClassicHistogram.of(new double[] {1, INF}, new double[] {3, 2}, 2));
    }

    @Test
    void since_ofATornScrape_keepsTheTotal() {
        // the middle bucket had already counted an observation that the first had not
        var before = classic(1, 3, 0);
        var now = classic(3, 2, 0);

        var fresh = (ClassicHistogram) now.since(before);

        assertThat(fresh.count()).isEqualTo(1);
        assertThat(fresh.count(1)).isZero();
    }

    @Test
    void ofCumulative_countAboveALaterOne_isLowered() {
        var histogram = ClassicHistogram.ofCumulative(new double[] {0.5, 1, INF}, new double[] {3, 6, 5}, 0);

        assertThat(histogram.count()).isEqualTo(5);
        assertThat(histogram.count(1)).isEqualTo(2);
    }

    @Test
    void ofCustomBuckets_lastBucketIsAboveAllBounds() {
        var buckets = SparseBuckets.of(new int[] {0, 2}, new double[] {7, 8});

        assertThat(ClassicHistogram.ofCustomBuckets(new double[] {0.5, 1}, buckets, 6))
                .isEqualTo(classic(7, 0, 8));
    }

    @Test
    void of_refusesWhatIsNoHistogram() {
        assertThatThrownBy(() -> ClassicHistogram.of(new double[] {1, 2}, new double[] {1, 1}, 0))
                .hasMessageContaining("+Inf");
        assertThatThrownBy(() -> ClassicHistogram.of(new double[] {2, 1, INF}, new double[] {1, 1, 1}, 0))
                .hasMessageContaining("ascend");
        assertThatThrownBy(() -> ClassicHistogram.of(new double[] {1, INF}, new double[] {-1, 1}, 0))
                .hasMessageContaining("negative");
        assertThatThrownBy(() -> ClassicHistogram.of(new double[] {INF}, new double[] {1, 2}, 0))
                .hasMessageContaining("one count per bound");
    }

    private static ClassicHistogram classic(double... counts) {
        return ClassicHistogram.of(new double[] {0.5, 1, INF}, counts, 6);
    }
}
