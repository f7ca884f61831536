package io.tenantlens.cost.allocation.units;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantlens.cost.money.LargestRemainder;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class UnitSplitterTest {

    private final UnitSplitter splitter = new UnitSplitter();

    static LongStream seeds() {
        return LongStream.range(0, 400);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void split_isThatOfTheLargestRemainder(long seed) {
        var random = new SplittableRandom(seed);
        var weights = random.longs(1 + random.nextInt(200), 0, 1L << random.nextInt(1, 52))
                .toArray();
        var units = random.nextLong(1L << random.nextInt(1, 60)) * (random.nextBoolean() ? 1 : -1);
        weights[0]++;

        var shares = new long[weights.length];
        var given = splitter.split(units, Weights.of(weights), shares);

        var expected = LargestRemainder.split(
                BigDecimal.valueOf(units),
                Arrays.stream(weights).mapToObj(BigDecimal::valueOf).toList(),
                0);
        assertThat(given).isEqualTo(units);
        assertThat(shares)
                .containsExactly(
                        expected.stream().mapToLong(BigDecimal::longValueExact).toArray());
    }

    @Test
    void equalRemainders_areServedInOrder() {
        var shares = new long[3];

        splitter.split(5, Weights.of(new long[] {1, 1, 1}), shares);

        assertThat(shares).containsExactly(2, 2, 1);
    }

    @Test
    void zeroWeights_giveNothingAway() {
        var shares = new long[2];

        assertThat(splitter.split(27, Weights.of(new long[2]), shares)).isZero();
        assertThat(shares).containsExactly(0, 0);
    }

    @Test
    void hugeQuantities_areMadeCoarserAndStillAddUp() {
        var shares = new long[3];

        splitter.split(100, Weights.of(new long[] {Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE / 2}), shares);

        assertThat(shares).containsExactly(40, 40, 20);
    }

    @Test
    void unitsBeyondTheLimit_areRefused() {
        var weights = Weights.of(new long[] {1});

        assertThatThrownBy(() -> splitter.split(UnitSplitter.LIMIT, weights, new long[1]))
                .hasMessageContaining("below 2^60");
    }
}
