package io.tenantlens.api.billing.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantlens.api.access.TenantDatabase;
import io.tenantlens.api.access.TestScopes;
import io.tenantlens.api.billing.explanation.Explanation;
import io.tenantlens.api.billing.explanation.Explanations;
import io.tenantlens.api.testing.TestInvoices;
import io.tenantlens.api.testing.TestPostgres;
import io.tenantlens.api.testing.TestTenants;
import io.tenantlens.cost.tenant.TenantId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ExplainedLineIT {

    private static final TenantId ACORN = TestTenants.signUp("explained-acorn", "Asia/Dhaka");
    private static final TenantId BIRCH = TestTenants.signUp("explained-birch", "Asia/Dhaka");
    private static final LocalDate OCTOBER_3 = LocalDate.of(2026, 10, 3);

    private final Explanations explanations =
            new Explanations(new TenantDatabase(TestPostgres.shared().as("tenantlens_app")));

    @BeforeEach
    void invoiceOctoberAndCorrectIt() {
        TestInvoices.forgetAll();
        TestUsage.forget("explained-%");
        TestUsage.use(ACORN, "requests", OCTOBER_3, "250001");
        TestUsage.use(ACORN, "requests", OCTOBER_3.plusDays(4), "1000000");
        new MonthEnd("2026-11-02T00:00:00Z").issue(YearMonth.of(2026, 10));
        TestUsage.use(ACORN, "requests", OCTOBER_3, "90000");
        new MonthEnd("2026-12-02T00:00:00Z").issue(YearMonth.of(2026, 11));
    }

    @Test
    void everyLine_comesOutAgainFromItsExplanation() {
        for (var invoice : List.of("2026-10", "2026-11")) {
            var line = 1;
            for (var found = find(invoice, line); found.isPresent(); found = find(invoice, ++line)) {
                var explained = found.get();
                var again = explained.priced().orElseThrow().again();
                assertThat(again.amount()).isEqualTo(explained.line().amount());
                assertThat(again.discount()).isEqualTo(explained.line().discount());
                assertThat(again.quantity())
                        .isEqualByComparingTo(explained.line().quantity());
            }
            assertThat(line).isGreaterThan(7);
        }
    }

    @Test
    void usageLine_showsTheDaysAndTiersBehindIt() {
        var priced = explained("2026-10", 2).priced().orElseThrow();

        assertThat(priced.days()).containsOnlyKeys(OCTOBER_3, OCTOBER_3.plusDays(4));
        assertThat(priced.again().tiers()).hasSize(2);
        assertThat(priced.price()).contains("graduated");
    }

    @Test
    void correction_takesOffWhatWasBilled() {
        var correction = explained("2026-11", 8);

        assertThat(correction.line().metered()).isEqualByComparingTo("1340001");
        assertThat(correction
                        .priced()
                        .orElseThrow()
                        .billedBefore()
                        .orElseThrow()
                        .quantity())
                .isEqualByComparingTo(new BigDecimal("1251"));
    }

    @Test
    void lineOfAnother_isNone() {
        assertThat(explanations.find(TestScopes.tenant(BIRCH), "2026-10", 99)).isEmpty();
        assertThat(explanations.find(TestScopes.tenant(BIRCH), "2026-12", 1)).isEmpty();
    }

    private Explanation explained(String invoice, int line) {
        return find(invoice, line).orElseThrow();
    }

    private Optional<Explanation> find(String invoice, int line) {
        return explanations.find(TestScopes.tenant(ACORN), invoice, line);
    }
}
