package io.tenantlens.portal.staff.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.tenantlens.api.testing.PostgresTestResource;
import io.tenantlens.api.testing.TestTenants;
import io.tenantlens.portal.testing.October;
import io.tenantlens.portal.testing.SignedIn;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
@TestProfile(October.class)
class SubscriptionPagesTest {

    private static final SignedIn ADMIN = SignedIn.staff("staff-admin");

    /** A history is only added to, so each test has a tenant of its own, on the plan starter since 1 October. */
    private final String page = "/staff/tenants/"
            + TestTenants.signUp("page-" + UUID.randomUUID().toString().substring(0, 8), "Asia/Dhaka")
            + "/subscription";

    @Test
    void change_isNotedAndShown() {
        var answer = ADMIN.submit(page, page, Map.of("what", "plan", "plan", "growth", "from", "2026-10-21"));

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(ADMIN.page(page).select("tbody tr").eachText())
                .containsExactly("21 Oct 2026 (planned) upgrade active growth", "1 Oct 2026 start active starter");
    }

    @ParameterizedTest
    @CsvSource({
        "plan, starter, 2026-10-21, is on starter already",
        "plan, none, 2026-10-21, has no rate card",
        "pause, '', 2026-09-01, choose that day or a later one",
        "pause, '', soon, Choose the day",
        "reactivate, '', 2026-10-21, The subscription is active",
        "explode, '', 2026-10-21, Choose what is to change",
    })
    void changeThatCanNotBe_isRefusedWithTheReason(String what, String plan, String from, String problem) {
        var refused = ADMIN.submit(page, page, Map.of("what", what, "plan", plan, "from", from));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(refused.asString()).select("[role=alert]").text())
                .contains(problem);
        assertThat(ADMIN.page(page).select("tbody tr")).hasSize(1);
    }

    @Test
    void whoMayOnlyRead_seesNoForm() {
        assertThat(SignedIn.staff("staff-finance").page(page).select("main form"))
                .isEmpty();
        var sent = SignedIn.staff("staff-finance").submit(page, page, Map.of("what", "cancel", "from", "2026-10-21"));
        assertThat(sent.statusCode()).isEqualTo(403);
    }

    @Test
    void form_withoutItsTokenIsRefused() {
        assertThat(ADMIN.statusWithoutToken(page, Map.of("what", "cancel", "from", "2026-10-21")))
                .isEqualTo(400);
        assertThat(ADMIN.page(page).select("tbody tr")).hasSize(1);
    }

    @Test
    void unknownTenantAndTenantsThemselves_areTurnedAway() {
        assertThat(ADMIN.status("/staff/tenants/no-such-shop/subscription")).isEqualTo(404);
        assertThat(SignedIn.admin("acorn").status(page)).isEqualTo(403);
    }
}
