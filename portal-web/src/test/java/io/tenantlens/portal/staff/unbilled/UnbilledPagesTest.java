package io.tenantlens.portal.staff.unbilled;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.tenantlens.api.testing.PostgresTestResource;
import io.tenantlens.api.testing.TestPostgres;
import io.tenantlens.portal.testing.October;
import io.tenantlens.portal.testing.SignedIn;
import io.tenantlens.portal.testing.TestShops;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
@TestProfile(October.class)
class UnbilledPagesTest {

    private static final String PAGE = "/staff/invoices/unbilled";

    @BeforeEach
    void startEmpty() {
        TestShops.open();
        TestPostgres.shared().as("tenantlens_worker").useHandle(handle -> handle.execute("DELETE FROM unbilled_usage"));
    }

    @Test
    void page_listsWhatWasFoundWithItsCauseAndWorth() {
        TestPostgres.shared().as("tenantlens_worker").useHandle(handle -> {
            handle.execute("INSERT INTO unbilled_usage VALUES ('acorn', '2026-09-01', 'sms', 'late', 40, 'BDT', 14),"
                    + " ('cedar', '2026-10-01', 'bandwidth', 'no_match', 5e9, NULL, NULL)");
            handle.execute("INSERT INTO unbilled_rounds (ended_at) VALUES ('2026-10-20T06:25:00Z')"
                    + " ON CONFLICT (only_one) DO UPDATE SET ended_at = excluded.ended_at");
        });

        var page = SignedIn.staff("staff-auditor").page(PAGE);

        assertThat(page.select("tbody tr").eachText())
                .containsExactly(
                        "cedar Oct 2026 Bandwidth 5 GB Dimensions do not match –",
                        "acorn Sep 2026 Text messages 40 Late ৳14.00");
        assertThat(page.select(".lead .live").text()).isEqualTo("As of 5 minutes ago");
    }

    @Test
    void nothingFound_isSaid() {
        assertThat(SignedIn.staff("staff-finance").page(PAGE).select(".empty").text())
                .contains("All usage of priced meters");
    }

    @Test
    void wrongRole_isRefused() {
        assertThat(SignedIn.staff("staff-sre").status(PAGE)).isEqualTo(403);
        assertThat(SignedIn.admin("acorn").status(PAGE)).isEqualTo(403);
    }
}
