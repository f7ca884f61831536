package io.tenantlens.cost.mrr;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantlens.cost.mrr.Cohorts.Cohort;
import io.tenantlens.cost.mrr.Cohorts.Remaining;
import io.tenantlens.cost.tenant.TenantId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;

class CohortsTest {

    private static final YearMonth AUGUST = YearMonth.of(2026, 8);
    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);

    @Test
    void tenants_belongToTheMonthOfTheirFirstPayment() {
        var cohorts = Cohorts.of(
                List.of(
                        event("acorn", "2026-08-10", "100"),
                        event("birch", "2026-08-31", "50"),
                        event("birch", "2026-10-01", "0"),
                        event("cedar", "2026-07-01", "0"),
                        event("cedar", "2026-09-30", "20"),
                        event("cedar", "2026-10-31", "30")),
                AUGUST,
                OCTOBER);

        assertThat(cohorts)
                .containsExactly(
                        new Cohort(AUGUST, List.of(left(2, "150"), left(2, "150"), left(1, "100"))),
                        new Cohort(YearMonth.of(2026, 9), List.of(left(1, "20"), left(1, "30"))));
    }

    @Test
    void tenantThatReturns_countsInItsOldCohort() {
        var cohorts = Cohorts.of(
                List.of(
                        event("acorn", "2026-08-10", "100"),
                        event("acorn", "2026-09-01", "0"),
                        event("acorn", "2026-10-15", "80")),
                AUGUST,
                OCTOBER);

        assertThat(cohorts)
                .containsExactly(
                        new Cohort(AUGUST, List.of(left(1, "100"), new Remaining(0, BigDecimal.ZERO), left(1, "80"))));
    }

    @Test
    void whoPaidBeforeTheFirstMonth_isLeftOut() {
        assertThat(Cohorts.of(List.of(event("acorn", "2026-01-01", "100")), AUGUST, OCTOBER))
                .isEmpty();
    }

    private static Remaining left(int tenants, String mrr) {
        return new Remaining(tenants, new BigDecimal(mrr));
    }

    private static MrrEvent event(String tenant, String day, String mrr) {
        return new MrrEvent(LocalDate.parse(day), new TenantId(tenant), new BigDecimal(mrr));
    }
}
