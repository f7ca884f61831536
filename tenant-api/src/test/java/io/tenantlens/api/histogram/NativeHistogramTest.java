package io.tenantlens.api.histogram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NativeHistogramTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0, 1",
        "1, 0, 2",
        "-1, 0, 0.5",
        "1, -1, 4",
        "1, 1, 1.4142135623730951",
        "3, 1, 2.8284271247461903",
        "-1, 1, 0.7071067811865476",
        "1024, 0, 1.7976931348623157E308",
        "1025, 0, Infinity",
        "64, -4, 1.7976931348623157E308",
        "262144, 8, 1.7976931348623157E308",
    })
    void bound_isThePowerOfTheBase(int index, int schema, double bound) {
        assertThat(NativeHistogram.bound(index, schema)).isCloseTo(bound, within(Math.ulp(bound)));
    }

    @Test
    void merge_meetsOnTheCoarserSchema() {
        var fine = positive(1, new int[] {1, 2, 3}, 1, 2, 4);
        var coarse = positive(0, new int[] {1, 5}, 8, 16);

        assertThat(fine.merge(coarse)).isEqualTo(positive(0, new int[] {1, 2, 5}, 11, 4, 16));
        assertThat(coarse.merge(fine)).isEqualTo(fine.merge(coarse));
    }

    @Test
    void merge_widensTheZeroBucketToTheEndOfAPopulatedBucket() {
        var buckets = SparseBuckets.of(new int[] {0, 3}, new double[] {2, 4});
        var narrow = NativeHistogram.of(0, new ZeroBucket(0.001, 1), buckets, SparseBuckets.NONE, 7, 0);
        var wide = NativeHistogram.of(0, new ZeroBucket(0.75, 8), SparseBuckets.NONE, SparseBuckets.NONE, 8, 0);

        var merged = (NativeHistogram) narrow.merge(wide);

        // 0.75 lies within (0.5, 1], which holds 2 observations
        assertThat(merged.zero()).isEqualTo(new ZeroBucket(1, 11));
        assertThat(merged.positive()).isEqualTo(SparseBuckets.of(new int[] {3}, new double[] {4}));
        assertThat(merged).isEqualTo(wide.merge(narrow));
    }

    @Test
    void since_isTheDifference() {
        var now = positive(1, new int[] {1, 2, 3}, 5, 5, 5);
        var before = positive(2, new int[] {1, 2, 6}, 1, 1, 5);

        assertThat(now.since(before)).isEqualTo(positive(1, new int[] {1, 2}, 3, 5));
    }

    @Test
    void since_afterARestart_countsFromZero() {
        var now = positive(0, new int[] {1, 2}, 9, 1);

        assertThat(now.restartedAfter(positive(0, new int[] {2}, 2))).isTrue();
        assertThat(now.restartedAfter(positive(0, new int[] {7}, 1))).isTrue();
        assertThat(now.since(positive(0, new int[] {7}, 1))).isEqualTo(now);
    }

    @Test
    void since_aFinerSchema_isARestart() {
        assertThat(positive(1, new int[] {1, 2}, 9, 9).restartedAfter(positive(0, new int[] {1}, 1)))
                .isTrue();
    }

    @Test
    void of_reducesSchemasOfOpenTelemetry() {
        var histogram = positive(10, new int[] {1, 4, 5}, 1, 1, 1);

        assertThat(histogram).isEqualTo(positive(8, new int[] {1, 2}, 2, 1));
    }

    @Test
    void of_refusesACountThatIsNotInTheBuckets() {
        var buckets = SparseBuckets.of(new int[] {1}, new double[] {3});

        assertThatThrownBy(() -> NativeHistogram.of(0, ZeroBucket.EMPTY, buckets, SparseBuckets.NONE, 99, 1))
                .hasMessageContaining("count 99.0 but 3.0 in buckets");
        assertThat(NativeHistogram.of(0, ZeroBucket.EMPTY, buckets, SparseBuckets.NONE, 4, Double.NaN)
                        .count())
                .isEqualTo(4);
    }

    @Test
    void ofSpans_skipsTheGaps() {
        var buckets = SparseBuckets.ofSpans(new int[] {-2, 3}, new int[] {2, 1}, new double[] {1, 2, 3});

        assertThat(buckets).isEqualTo(SparseBuckets.of(new int[] {-2, -1, 3}, new double[] {1, 2, 3}));
        assertThatThrownBy(() -> SparseBuckets.ofSpans(new int[] {0}, new int[] {2}, new double[] {1}))
                .hasMessageContaining("span 0");
    }

    private static NativeHistogram positive(int schema, int[] indexes, double... counts) {
        var buckets = SparseBuckets.of(indexes, counts);
        return NativeHistogram.of(schema, ZeroBucket.EMPTY, buckets, SparseBuckets.NONE, buckets.total(), 0);
    }
}
