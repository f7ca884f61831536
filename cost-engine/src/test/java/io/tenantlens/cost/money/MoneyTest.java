package io.tenantlens.cost.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {

    private static final Currency JPY = Currency.of("JPY");

    @ParameterizedTest
    @CsvSource({"0.005,0.01", "-0.005,-0.01", "0.0049,0.00", "1.00,1.00", "13.3333,13.33"})
    void rounded_goesHalfAwayFromZero(BigDecimal exact, String expected) {
        assertThat(Money.rounded(exact, Currency.BDT)).isEqualTo(Money.bdt(expected));
    }

    @Test
    void money_withMoreDecimalsThanItsCurrency_isRefused() {
        assertThatThrownBy(() -> Money.of("1.5", JPY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("1.5 has more than 0 decimals of JPY");
    }

    @Test
    void plus_otherCurrency_isRefused() {
        assertThatThrownBy(() -> Money.bdt("1").plus(Money.of("1", JPY))).hasMessage("cannot mix BDT and JPY");
    }

    @Test
    void split_servesEqualRemaindersInTheOrderGiven() {
        assertThat(Money.of("5", JPY).split(weights("1", "1", "1")))
                .containsExactly(Money.of("2", JPY), Money.of("2", JPY), Money.of("1", JPY));
        assertThat(Money.bdt("5.00").split(weights("10", "5"))).containsExactly(Money.bdt("3.33"), Money.bdt("1.67"));
    }

    @Test
    void split_dividesACreditLikeACharge() {
        assertThat(Money.bdt("-0.10").split(weights("1", "2"))).containsExactly(Money.bdt("-0.03"), Money.bdt("-0.07"));
    }

    @Test
    void split_givesNothingToAZeroWeight() {
        assertThat(Money.bdt("0.01").split(weights("0", "0.3"))).containsExactly(Money.bdt("0.00"), Money.bdt("0.01"));
    }

    @Test
    void split_withoutAnyWeight_isRefused() {
        assertThatThrownBy(() -> Money.bdt("1").split(weights("0", "0"))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void split_alwaysAddsUpToTheWhole() {
        var random = new Random(20261001);
        for (var run = 0; run < 2_000; run++) {
            var whole = Money.rounded(BigDecimal.valueOf(random.nextLong(-1_000_000, 1_000_000), 2), Currency.BDT);
            var weights = random.longs(1 + random.nextInt(20), 0, 1_000)
                    .mapToObj(weight -> BigDecimal.valueOf(weight, random.nextInt(4)))
                    .toList();
            if (weights.stream().anyMatch(weight -> weight.signum() > 0)) {
                assertThat(Money.sum(whole.split(weights), Currency.BDT)).isEqualTo(whole);
            }
        }
    }

    @Test
    void round_keepsPartsOfMixedSignsNextToTheirExactValue() {
        var parts = weights("10.004", "-3.335", "0.006", "0");

        assertThat(LargestRemainder.round(parts, 2))
                .containsExactly(
                        new BigDecimal("10.00"),
                        new BigDecimal("-3.33"),
                        new BigDecimal("0.01"),
                        new BigDecimal("0.00"));
    }

    private static List<BigDecimal> weights(String... weights) {
        return List.of(weights).stream().map(BigDecimal::new).toList();
    }
}
