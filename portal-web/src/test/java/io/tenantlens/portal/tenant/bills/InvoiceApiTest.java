package io.tenantlens.portal.tenant.bills;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.tenantlens.api.testing.PostgresTestResource;
import io.tenantlens.portal.testing.October;
import io.tenantlens.portal.testing.SignedIn;
import io.tenantlens.portal.testing.TestBills;
import io.tenantlens.portal.testing.TestShops;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
@TestProfile(October.class)
class InvoiceApiTest {

    private static final String INVOICES = "/api/v1/tenants/acorn/invoices";
    private static final SignedIn BABUL = SignedIn.as("tenant-billing", "acorn");

    @BeforeEach
    void issueSeptember() {
        TestShops.open();
        TestBills.issueSeptember();
    }

    @Test
    void list_hasTheIssuedInvoicesWithoutLines() {
        var list = read(INVOICES);

        assertThat(list.getList("id")).containsExactly("2026-09");
        assertThat(list.getString("[0].number")).matches("INV-2026-\\d{6}");
        assertThat(list.getString("[0].status")).isEqualTo("issued");
        assertThat(list.<Object>get("[0].lines")).isNull();
    }

    @Test
    void invoice_hasLinesThatAddUpToIt() {
        var invoice = read(INVOICES + "/2026-09");

        List<String> totals = invoice.getList("lines.total");
        var sum = totals.stream().map(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(sum).isEqualByComparingTo(invoice.getString("total"));
        assertThat(invoice.<Map<String, String>>get("period"))
                .isEqualTo(Map.of("start", "2026-09-01", "end", "2026-10-01", "timeZone", "Asia/Dhaka"));
    }

    @Test
    void explanation_tellsMeterQueryQuantityDaysAndSteps() {
        int line = read(INVOICES + "/2026-09").getInt("lines.find { it.charge == 'requests' }.line");

        var explained = read(INVOICES + "/2026-09/lines/" + line + "/explain");

        assertThat(explained.getString("meter.key")).isEqualTo("requests");
        assertThat(explained.getString("quantity.metered")).isEqualTo("30300"); // 30 days of 1,010
        assertThat(explained.getList("days")).hasSize(30);
        assertThat(explained.getList("steps")).isNotEmpty();
        assertThat(explained.getString("case.usage.requests")).isEqualTo("30300");
        assertThat(read(explained.getString("query.usage")).getList("points")).hasSize(30);
    }

    @Test
    void whatDoesNotExist_isNotFound() {
        for (var path : List.of("/2026-08", "/2026-09/lines/99/explain", "/2026-09/lines/first/explain", "/x%27--")) {
            assertThat(BABUL.status(INVOICES + path)).as(path).isEqualTo(404);
        }
    }

    @Test
    void anotherTenant_getsNotFound_andTheWrongRoleIsRefused() {
        assertThat(SignedIn.admin("birch").status(INVOICES + "/2026-09")).isEqualTo(404);
        assertThat(SignedIn.as("tenant-viewer", "acorn").status(INVOICES + "/2026-09"))
                .isEqualTo(403);
        assertThat(SignedIn.staff("staff-sre").status(INVOICES)).isEqualTo(403);
    }

    private static JsonPath read(String path) {
        return BABUL.request().get(path).then().statusCode(200).extract().jsonPath();
    }
}
