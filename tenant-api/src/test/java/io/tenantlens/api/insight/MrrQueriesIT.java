package io.tenantlens.api.insight;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantlens.api.access.StaffDatabase;
import io.tenantlens.api.access.TestScopes;
import io.tenantlens.api.testing.TestPostgres;
import io.tenantlens.api.testing.TestTenants;
import io.tenantlens.cost.mrr.MrrEvent;
import io.tenantlens.cost.tenant.TenantId;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class MrrQueriesIT {

    private static final TenantId ACORN = TestTenants.signUp("mrr-acorn", "Asia/Dhaka");

    private final MrrQueries queries =
            new MrrQueries(new StaffDatabase(TestPostgres.shared().as("tenantlens_staff")));

    @BeforeAll
    static void change() {
        TestPostgres.shared().asSuperuser().useHandle(handle -> {
            handle.execute(
                    "INSERT INTO rate_cards (plan, currency, valid_from, title, charges) VALUES"
                            + " ('mrr-plan', 'BDT', '2026-01-01', 'Plan', '[{\"price\": {\"model\": \"flat\", \"amount\": \"100.00\"}},"
                            + "   {\"price\": {\"model\": \"unit\", \"unit\": \"5\"}}]'),"
                            + " ('mrr-plan', 'BDT', '2026-11-15', 'Plan', '[{\"price\": {\"model\": \"flat\", \"amount\": \"120.00\"}}]')");
        });
        TestPostgres.shared().as("tenantlens_staff").useHandle(handle -> {
            handle.execute("INSERT INTO subscription_changes (tenant_id, effective_on, kind, state, plan) VALUES"
                    + " ('mrr-acorn', '2026-11-01', 'change', 'active', 'mrr-plan'),"
                    + " ('mrr-acorn', '2026-12-01', 'pause', 'paused', 'mrr-plan')");
        });
    }

    @Test
    void history_followsSubscriptionAndCard() {
        assertThat(queries.history(TestScopes.staff()).events())
                .filteredOn(event -> event.tenant().equals(ACORN))
                .containsExactly(
                        event("2026-10-01", "1500.00"),
                        event("2026-11-01", "100.00"),
                        event("2026-11-15", "120.00"),
                        event("2026-12-01", "0"));
    }

    private static MrrEvent event(String day, String mrr) {
        return new MrrEvent(LocalDate.parse(day), ACORN, new BigDecimal(mrr));
    }
}
