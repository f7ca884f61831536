package io.tenantlens.portal.tenant.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.tenantlens.api.testing.PostgresTestResource;
import io.tenantlens.portal.testing.October;
import io.tenantlens.portal.testing.SignedIn;
import io.tenantlens.portal.testing.TestAlerts;
import io.tenantlens.portal.testing.TestShops;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
@TestProfile(October.class)
class AlertsPagesTest {

    private static final SignedIn VIEWER = SignedIn.as("tenant-viewer", "acorn");

    @BeforeEach
    void open() {
        TestShops.open();
        TestAlerts.clear();
    }

    @Test
    void alertThatIsOn_saysWhatItMeansAndWhatToDo() {
        TestAlerts.told("acorn", "TenantOrderProcessingFailure", "tenant", true);

        var page = VIEWER.page("/t/acorn/alerts");

        assertThat(page.select("article h2").eachText()).containsExactly("Orders fail");
        assertThat(page.select("article").text()).contains("What to do:", "urgent", "Look at this", "On since 20 Oct");
        assertThat(page.select("article a").attr("href")).isEqualTo("/t/acorn/usage?meter=orders&groupBy=status");
    }

    @Test
    void alertThatIsOver_isHistory() {
        TestAlerts.told("acorn", "TenantUsageSpike", "tenant", false);

        var page = VIEWER.page("/t/acorn/alerts");

        assertThat(page.text()).contains("All is well.");
        assertThat(page.select("tbody tr").text()).contains("Unusually many requests", "15 min");
    }

    @Test
    void alertsForStaffAndOfOthers_areNotShown() {
        TestAlerts.told("acorn", "NegativeProfitMargin", "internal", true);
        TestAlerts.told("cedar", "TenantUsageSpike", "tenant", true);

        assertThat(VIEWER.page("/t/acorn/alerts").select("article")).isEmpty();
        assertThat(SignedIn.admin("birch").status("/t/acorn/alerts")).isEqualTo(404);
    }

    @Test
    void refresh_bringsTheAlertsAlone() {
        TestAlerts.told("acorn", "TenantUsageSpike", "tenant", true);

        var answer = VIEWER.request()
                .header("HX-Request", "true")
                .get("/t/acorn/alerts")
                .asString();

        assertThat(answer).contains("id=\"alerts\"", "Unusually many requests").doesNotContain("<html");
    }

    @Test
    void silentMonitoring_isSaid() {
        TestAlerts.answered("2026-10-20 06:00Z");

        assertThat(VIEWER.page("/t/acorn/alerts").select(".banner").text()).contains("has not answered since 20 Oct");
    }

    @Test
    void overview_namesWhatIsOn() {
        TestAlerts.told("acorn", "TenantUsageSpike", "tenant", true);
        TestAlerts.told("acorn", "NegativeProfitMargin", "internal", true);

        assertThat(VIEWER.page("/t/acorn").select("main").text())
                .contains("Unusually many requests")
                .doesNotContain("NegativeProfitMargin");
    }
}
