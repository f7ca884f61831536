package io.tenantlens.portal.staff.sla.credit;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.tenantlens.api.testing.PostgresTestResource;
import io.tenantlens.api.testing.TestPostgres;
import io.tenantlens.portal.testing.October;
import io.tenantlens.portal.testing.SignedIn;
import io.tenantlens.portal.testing.TestShops;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
@TestProfile(October.class)
class CreditPagesTest {

    private static final String PAGE = "/staff/sla/credits";
    private static final String CLAIM = PAGE + "/acorn/2026-09";
    private static final SignedIn FINANCE = SignedIn.staff("staff-finance");

    @BeforeEach
    void claim() {
        TestShops.open();
        TestPostgres.shared().asSuperuser().useHandle(handle -> {
            handle.execute("DELETE FROM bill_credits WHERE tenant_id = 'acorn'");
            handle.execute("DELETE FROM sla_credit_claims WHERE tenant_id = 'acorn'");
            handle.execute("DELETE FROM sla_months WHERE tenant_id = 'acorn'");
            handle.execute("""
                INSERT INTO sla_months (tenant_id, month, revision, frozen_at, checked_at, inputs, inputs_hash, good, total,
                                        availability_percent, objective_percent, kept, credit_percent)
                VALUES ('acorn', '2026-09-01', 1, '2026-10-01 00:10Z', '2026-10-01 00:10Z', ?, sha256('x'), 990, 1000,
                        99, 99.9, false, 10)\
                """, """
                {"counts": {"good hours": "700 good of 720"}, "latency": {},
                 "maintenance": {"2026-09-03T19:00:00Z/2026-09-03T20:00:00Z": "New disks"},
                 "objective": {"availability": "99.9"},
                 "requests": {"2026-09-05": "490 good of 500", "2026-09-06": "500 good of 500"}}\
                """);
            handle.execute("""
                INSERT INTO sla_credit_claims (tenant_id, month, revision, percent, year_cap_percent, availability_percent,
                                               objective_percent, status, proposed_at)
                VALUES ('acorn', '2026-09-01', 1, 10, 100, 99, 99.9, 'proposed', '2026-10-01 00:10Z')\
                """);
        });
    }

    @Test
    void claim_isListedAndOpensItsEvidence() {
        var row = FINANCE.page(PAGE).selectFirst("tbody tr:has(th:contains(Acorn))");
        assertThat(row).isNotNull();
        assertThat(row.text()).contains("Sep", "to decide", "99%", "99.9%", "10%");

        var page = FINANCE.page(row.select("th a").attr("href"));
        assertThat(page.select("tbody tr:has(th:contains(5 Sep)) td").eachText())
                .containsExactly("98%", "10", "500");
        assertThat(page.select("tbody").text()).doesNotContain("6 Sep");
        assertThat(page.select("main").text()).contains("New disks", "700 good of 720", "No incident was found");
    }

    @Test
    void approval_booksTheCreditOnce() {
        var first = FINANCE.submit(CLAIM, CLAIM + "/approve", Map.of("bill", "12000.00", "note", "agreed"));
        var again = FINANCE.submit(CLAIM, CLAIM + "/approve", Map.of("bill", "99999.00", "note", ""));

        assertThat(first.statusCode()).isEqualTo(303);
        assertThat(again.statusCode()).isEqualTo(303);
        var page = FINANCE.page(CLAIM);
        assertThat(page.select(".lead").text()).contains("approved", "1,200.00");
        assertThat(page.select("main form")).isEmpty();
        assertThat(booked()).isEqualTo(1);
    }

    @Test
    void decline_needsItsReason() {
        var refused = FINANCE.submit(CLAIM, CLAIM + "/decline", Map.of("reason", " "));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(refused.asString()).select("#reason-problem").text())
                .contains("Say why");
        assertThat(FINANCE.submit(CLAIM, CLAIM + "/decline", Map.of("reason", "their own load test"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(FINANCE.page(CLAIM).select("main").text()).contains("declined", "their own load test");
        assertThat(booked()).isZero();
    }

    @Test
    void billThatIsNoAmount_isRefusedBesideItsField() {
        var refused = FINANCE.submit(CLAIM, CLAIM + "/approve", Map.of("bill", "a lot"));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(refused.asString()).select("#bill-problem").text())
                .contains("in BDT");
        assertThat(booked()).isZero();
    }

    @Test
    void claimThatIsNot_isNotFound() {
        assertThat(FINANCE.status(PAGE + "/acorn/2026-08")).isEqualTo(404);
        assertThat(FINANCE.status(PAGE + "/acorn/someday")).isEqualTo(404);
        assertThat(FINANCE.status(PAGE + "/no-such-shop/2026-09")).isEqualTo(404);
    }

    @Test
    void auditor_readsAndDecidesNothing() {
        assertThat(SignedIn.staff("staff-auditor").page(CLAIM).select("main form"))
                .isEmpty();
        assertThat(FINANCE.statusWithoutToken(CLAIM + "/approve", Map.of("bill", "1")))
                .isEqualTo(400);
    }

    private static int booked() {
        return TestPostgres.shared()
                .asSuperuser()
                .withHandle(handle -> handle.createQuery("SELECT count(*) FROM bill_credits WHERE tenant_id = 'acorn'")
                        .mapTo(Integer.class)
                        .one());
    }
}
