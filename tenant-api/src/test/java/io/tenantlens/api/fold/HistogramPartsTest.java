package io.tenantlens.api.fold;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantlens.api.codec.ByteWriter;
import org.junit.jupiter.api.Test;

class HistogramPartsTest {

    @Test
    void parts_addUpWhateverTheOrderOfTheirBuckets() {
        var early = parts(7, 0.5, 2, Double.POSITIVE_INFINITY, 5);
        var late = parts(1, 0.1, 1, 0.5, 1, 2.5, 4);

        early.add(late);

        assertThat(early.encode())
                .isEqualTo(parts(8, 0.1, 1, 0.5, 3, 2.5, 4, Double.POSITIVE_INFINITY, 5)
                        .encode());
    }

    @Test
    void parts_comeBackAsTheyWereStored() {
        var stored = parts(
                        3, 0.1, 1, 0.25, 1, 0.5, 2, 1, 2, 2, 2, 3, 2, 4, 3, 5, 3, 6, 3, 7, 3, 8, 3, 9, 3, 10, 4, 11, 4)
                .encode();

        assertThat(HistogramParts.decode(stored).encode()).isEqualTo(stored);
    }

    @Test
    void sumsBeyondALong_stayAtItsEnd() {
        var parts = parts(0, 1, Long.MAX_VALUE);

        parts.add(parts(0, 1, 1));

        assertThat(parts.encode()).isEqualTo(parts(0, 1, Long.MAX_VALUE).encode());
    }

    /** A sum, then bounds and cumulative counts by turns, in the order of bounds. */
    private static HistogramParts parts(long sum, double... boundsAndCounts) {
        var bytes = new ByteWriter(64);
        bytes.putVarint(boundsAndCounts.length / 2);
        for (var i = 0; i < boundsAndCounts.length; i += 2) {
            bytes.putDouble(boundsAndCounts[i]);
            bytes.putSigned((long) boundsAndCounts[i + 1]);
        }
        bytes.putSigned(sum);
        return HistogramParts.decode(bytes.toByteArray());
    }
}
