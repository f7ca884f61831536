package io.tenantlens.sla.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantlens.sla.indicator.Availability;
import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorBudgetTest {

    @ParameterizedTest
    @CsvSource({
        "99.9, 999500, 1000000, 1000, 500, true",
        "99.9, 43200, 43200, 43.2, 43.2, true",
        "99.9, 44640, 44640, 44.64, 44.64, true",
        "99.95, 997, 1000, 0.5, -2.5, false",
        "100, 10, 10, 0, 0, true",
        "100, 9, 10, 0, -1, false",
        "99.9, 999, 1000, 1, 0, true",
    })
    void remaining_isWhatWasAllowedLessWhatFailed(
            String target, BigDecimal good, BigDecimal total, BigDecimal allowed, BigDecimal left, boolean kept) {
        var budget = new ErrorBudget(Target.of(target), new Availability(good, total));

        assertThat(budget.total()).isEqualByComparingTo(allowed);
        assertThat(budget.remaining()).isEqualByComparingTo(left);
        assertThat(budget.kept()).isEqualTo(kept);
    }

    @Test
    void remainingShare_ofNothingAllowed_isEmpty() {
        var none = new ErrorBudget(Target.of("100"), new Availability(BigDecimal.TEN, BigDecimal.TEN));
        var noData = new ErrorBudget(Target.of("99"), Availability.NO_DATA);

        assertThat(none.remainingShare()).isEmpty();
        assertThat(noData.remainingShare()).isEmpty();
    }

    @Test
    void exhaustedIn_goesOnAsRecently() {
        var budget = new ErrorBudget(
                Target.of("99.9"), new Availability(new BigDecimal("999500"), new BigDecimal("1000000")));

        assertThat(budget.exhaustedIn(Duration.ofHours(1), new BigDecimal("100")))
                .contains(Duration.ofHours(5));
        assertThat(budget.exhaustedIn(Duration.ofHours(1), BigDecimal.ZERO)).isEmpty();
    }

    @Test
    void target_outOfItsBounds_isRefused() {
        assertThatThrownBy(() -> Target.of("0")).hasMessageContaining("above 0");
        assertThatThrownBy(() -> Target.of("100.01")).hasMessageContaining("at most 100");
    }
}
