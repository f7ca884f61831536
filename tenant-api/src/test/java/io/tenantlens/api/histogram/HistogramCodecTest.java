package io.tenantlens.api.histogram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HistogramCodecTest {

    private static final double INF = Double.POSITIVE_INFINITY;
    private static final double[] BOUNDS = {-1.5, 0.005, 0.01, 0.025, 0.1, 0.5, 1, 10, 1e300, INF};

    @Test
    void decode_givesBackAClassicHistogram() {
        var counts = new double[] {0, 1, 1000, 1e15, 0.5, 1.0 / 3, 1e17, 0, 127, 128};
        var histogram = ClassicHistogram.of(BOUNDS, counts, -12.000001);

        assertThat(Histogram.decode(histogram.encode())).isEqualTo(histogram);
    }

    @Test
    void decode_givesBackANativeHistogram() {
        var positive = SparseBuckets.of(new int[] {-1_000_000, -3, 0, 262_144}, new double[] {1, 2, 3, 4});
        var negative = SparseBuckets.of(new int[] {5}, new double[] {0.25});
        var histogram =
                NativeHistogram.of(8, new ZeroBucket(2.938735877055719e-39, 7), positive, negative, 18, Double.NaN);

        assertThat(Histogram.decode(histogram.encode())).isEqualTo(histogram);
    }

    @Test
    void encode_isCompact() {
        var bounds = new double[] {.005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10, INF};
        var counts = new double[] {12, 40, 230, 410, 520, 310, 120, 60, 20, 3, 0, 1};

        assertThat(ClassicHistogram.of(bounds, counts, 734.25).encode()).hasSizeLessThan(64);
    }

    @Test
    void decode_ofBrokenBytes_namesWhatIsWrong() {
        var bytes = ClassicHistogram.of(BOUNDS, new double[BOUNDS.length], 0).encode();

        for (int length = 0; length < bytes.length; length++) {
            var cut = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> Histogram.decode(cut)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> Histogram.decode(Arrays.copyOf(bytes, bytes.length + 1)))
                .hasMessageContaining("after the end");
        assertThatThrownBy(() -> Histogram.decode(new byte[] {9})).hasMessageContaining("version");
    }

    @Test
    void decode_ofRandomBytes_neverFailsOtherwise() {
        var random = new Random(20261001);
        for (int i = 0; i < 20_000; i++) {
            var bytes = new byte[random.nextInt(40)];
            random.nextBytes(bytes);
            if (bytes.length > 2) {
                bytes[0] = 1;
                bytes[1] = (byte) (1 + (i & 1));
            }
            try {
                assertThat(Histogram.decode(bytes)).isNotNull();
            } catch (IllegalArgumentException refused) {
                assertThat(refused).hasMessageNotContaining("null");
            }
        }
    }
}
