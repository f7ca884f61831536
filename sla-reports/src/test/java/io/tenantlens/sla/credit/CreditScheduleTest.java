package io.tenantlens.sla.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantlens.cost.money.Money;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CreditScheduleTest {

    private final CreditSchedule schedule = new CreditSchedule(
            List.of(step("99.0", "25"), step("95", "100"), step("99.9", "10")), new BigDecimal("30"));

    @ParameterizedTest
    @CsvSource({
        "100, 0, 0.00",
        "99.9, 0, 0.00",
        "99.899999, 10, 100.00",
        "99.2, 10, 100.00",
        "99.0, 10, 100.00",
        "98.99, 25, 250.00",
        "95, 25, 250.00",
        "94.9, 30, 300.00",
        "0, 30, 300.00",
    })
    void credit_isThatOfTheLowestStepReached(String availability, BigDecimal percent, String amount) {
        var credit = schedule.credit(new BigDecimal(availability), Money.bdt("1000.00"));

        assertThat(credit.percent()).isEqualByComparingTo(percent);
        assertThat(credit.amount()).isEqualTo(Money.bdt(amount));
    }

    @Test
    void credit_isRoundedOnceHalfUp() {
        assertThat(schedule.credit(new BigDecimal("99.5"), Money.bdt("0.05")).amount())
                .isEqualTo(Money.bdt("0.01"));
    }

    @Test
    void steps_withTheSameBound_areRefused() {
        var steps = List.of(step("99", "10"), step("99.0", "20"));

        assertThatThrownBy(() -> CreditSchedule.uncapped(steps)).hasMessageContaining("same bound");
    }

    @Test
    void percentages_outOfTheirBounds_areRefused() {
        assertThatThrownBy(() -> step("100.1", "10")).hasMessageContaining("100.1");
        assertThatThrownBy(() -> step("99", "-1")).hasMessageContaining("-1");
        assertThatThrownBy(() -> schedule.credit(new BigDecimal("99"), Money.bdt("-1.00")))
                .hasMessageContaining("-1.00");
    }

    private static CreditStep step(String below, String percent) {
        return new CreditStep(new BigDecimal(below), new BigDecimal(percent));
    }
}
