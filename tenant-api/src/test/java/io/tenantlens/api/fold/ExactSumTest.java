package io.tenantlens.api.fold;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExactSumTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void anyNumbers_addUpAsBigNumbersDo(long seed) {
        var random = new Random(seed);
        var sum = new ExactSum();
        var part = new ExactSum();
        var expected = BigInteger.ZERO;
        for (var i = 0; i < 1_000; i++) {
            var value = random.nextLong() >> random.nextInt(64);
            var factor = random.nextLong() >> random.nextInt(64);
            sum.add(value);
            part.addProduct(value, factor);
            expected = expected.add(BigInteger.valueOf(value))
                    .add(BigInteger.valueOf(value).multiply(BigInteger.valueOf(factor)));
        }
        sum.add(part);

        assertThat(sum.toDecimal(3)).isEqualTo(new BigDecimal(expected, 3));
        assertThat(sum.isZero()).isFalse();
    }

    @Test
    void whatIsTakenBack_leavesZero() {
        var sum = new ExactSum();
        sum.add(Long.MAX_VALUE);
        sum.add(Long.MAX_VALUE);
        sum.add(-Long.MAX_VALUE);
        sum.add(-Long.MAX_VALUE);

        assertThat(sum.isZero()).isTrue();
        assertThat(sum.toDecimal(0)).isEqualTo(BigDecimal.ZERO);
    }
}
