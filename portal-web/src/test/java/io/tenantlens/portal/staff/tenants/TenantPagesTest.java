package io.tenantlens.portal.staff.tenants;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.tenantlens.api.directory.TenantWeeks;
import io.tenantlens.api.testing.PostgresTestResource;
import io.tenantlens.portal.testing.October;
import io.tenantlens.portal.testing.SignedIn;
import io.tenantlens.portal.testing.TestShops;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
@TestProfile(October.class)
class TenantPagesTest {

    private static final SignedIn SUMON = SignedIn.staff("staff-support");

    @Inject
    TenantWeeks weeks;

    @BeforeAll
    static void open() {
        TestShops.open();
    }

    @BeforeEach
    void upToDate() {
        weeks.refresh();
    }

    @Test
    void list_showsTheWeekOfEachTenant() {
        var page = SUMON.page("/staff/tenants?q=acorn");

        var row = page.select("#rows tbody tr");
        assertThat(row).hasSize(1);
        assertThat(row.select("td").eachText())
                .contains("growth", "active", "7,070")
                .contains("0.99%");
    }

    @Test
    void search_findsPartsOfTheNameInAnyCase() {
        assertThat(names("/staff/tenants?q=FISH")).contains("Cedar Fish").doesNotContain("Acorn Books");
    }

    @Test
    void search_takesWildcardsLiterally() {
        assertThat(names("/staff/tenants?q=%25")).isEmpty();
    }

    @Test
    void filters_narrowTheList() {
        assertThat(names("/staff/tenants?tier=enterprise"))
                .contains("Cedar Fish")
                .doesNotContain("Acorn Books");
        assertThat(names("/staff/tenants?status=churned")).doesNotContain("Acorn Books");
    }

    @Test
    void sort_isTheReadersAndSaysSo() {
        var page = SUMON.page("/staff/tenants?sort=-name");

        assertThat(page.select("th[aria-sort=descending]").text()).isEqualTo("Tenant");
        assertThat(names("/staff/tenants?sort=-name&q=a"))
                .isSortedAccordingTo(String.CASE_INSENSITIVE_ORDER.reversed());
    }

    @Test
    void sortByFigures_putsWhatWasNotMeasuredLast() {
        for (var column : List.of("requests", "failed", "lastSeen")) {
            assertThat(names("/staff/tenants?sort=-" + column)).startsWith("Acorn Books");
            assertThat(names("/staff/tenants?sort=" + column)).startsWith("Acorn Books");
        }
    }

    @Test
    void everyColumn_sortsFiguresFromTheHighest() {
        var heads = SUMON.page("/staff/tenants").select("#rows thead th a");

        assertThat(heads.eachText())
                .containsExactly("Tenant", "Tier", "Since", "Status", "Requests, 7 days", "Failed", "Last seen");
        assertThat(heads.eachAttr("href")).contains("/staff/tenants?sort=-requests", "/staff/tenants?sort=status");
    }

    @Test
    void typing_getsTheRowsAlone() {
        var rows = SUMON.request()
                .header("HX-Request", "true")
                .header("HX-Request-Type", "partial")
                .get("/staff/tenants?q=acorn")
                .asString();

        assertThat(rows).contains("id=\"rows\"").doesNotContain("<html");
    }

    @Test
    void summary_leadsToTheTenantsOwnPages() {
        var page = SUMON.page("/staff/tenants/acorn");

        assertThat(page.select("a.primary").attr("href")).isEqualTo("/t/acorn");
    }

    @Test
    void unknownTenant_isNotFound() {
        assertThat(SUMON.status("/staff/tenants/no-such-shop")).isEqualTo(404);
        assertThat(SUMON.status("/staff/tenants/_platform")).isEqualTo(404);
    }

    @Test
    void tenantUser_isRefused() {
        assertThat(SignedIn.admin("acorn").status("/staff/tenants")).isEqualTo(403);
        assertThat(SignedIn.admin("acorn").status("/staff/tenants/acorn")).isEqualTo(403);
    }

    private static List<String> names(String path) {
        return SUMON.page(path).select("#rows tbody th a").eachText();
    }
}
