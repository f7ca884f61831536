package io.tenantlens.api.billing.card;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantlens.api.billing.Plan;
import io.tenantlens.cost.money.Currency;
import io.tenantlens.cost.money.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class PriceCurveTest {

    private static final Plan PLAN = new CardVersion(
                    new CardKey("plan", Currency.BDT, LocalDate.of(2026, 10, 1)),
                    null,
                    Instant.EPOCH,
                    TestCards.text(TestCards.REQUESTS))
            .plan();

    @Test
    void curve_isRatedInPricedUnitsAndGoesBeyondTheLastBound() {
        var points = PriceCurve.of(PLAN.charges().getFirst(), Currency.BDT).points();

        assertThat(points).hasSize(25);
        assertThat(points.getFirst().amount()).isEqualTo(Money.bdt("0.00"));
        var last = points.getLast();
        assertThat(last.quantity()).isGreaterThanOrEqualTo(BigDecimal.valueOf(150));
        // 10 free, 90 at 12.00, the rest at 9.00
        var beyond = last.quantity().subtract(BigDecimal.valueOf(100));
        assertThat(last.amount().amount())
                .isEqualByComparingTo(new BigDecimal("1080").add(beyond.multiply(new BigDecimal("9"))));
    }
}
