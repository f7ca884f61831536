package io.tenantlens.cost.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tenantlens.cost.health.ActivityScore.Activity;
import org.junit.jupiter.api.Test;

class ActivityScoreTest {

    @Test
    void busyAndGrowing_scoresOne() {
        assertThat(ActivityScore.of(new Activity(0, 28, 5, 5, 200, 100))).isEqualTo(1, within(1e-9));
    }

    @Test
    void steady_scoresNineTenths() {
        assertThat(ActivityScore.of(new Activity(0, 28, 5, 5, 100, 100))).isEqualTo(0.9, within(1e-9));
    }

    @Test
    void quietForTwoWeeks_isAtRisk() {
        assertThat(ActivityScore.of(new Activity(14, 5, 1, 5, 0, 100))).isLessThan(ActivityScore.CHURN_RISK);
    }

    @Test
    void neverActive_scoresZero() {
        assertThat(ActivityScore.of(new Activity(0, 0, 0, 5, 0, 0))).isZero();
    }
}
