package io.tenantlens.portal.tenant.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.tenantlens.api.testing.PostgresTestResource;
import io.tenantlens.api.testing.TestInvoices;
import io.tenantlens.api.testing.TestPostgres;
import io.tenantlens.portal.testing.October;
import io.tenantlens.portal.testing.SignedIn;
import io.tenantlens.portal.testing.TestShops;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
@TestProfile(October.class)
class InvoiceExportsTest {

    private static final String ALL = "/t/acorn/exports/invoices.csv";
    private static final String ONE = "/t/acorn/exports/invoices/2026-09.csv";
    private static final String MONTH = "/staff/exports/invoices.csv?month=2026-09";

    @BeforeEach
    void bill() {
        TestShops.open();
        TestInvoices.forgetAll();
        TestPostgres.shared().asSuperuser().useTransaction(handle -> {
            handle.execute("SET LOCAL session_replication_role = replica");
            invoice(handle, "acorn", "2026-09", "issued", "'INV-2026-000001'", "=Acorn");
            invoice(handle, "birch", "2026-09", "draft", "NULL", "Birch");
            handle.execute("""
                INSERT INTO invoice_lines (tenant_id, invoice_id, line, charge, title, kind, service_month, meter, unit,
                    quantity, unit_price, amount, discount, credit, tax, total, steps)
                VALUES ('acorn', '2026-09', 1, 'sms', '+SMS, "cheap"', 'usage', '2026-09-01', 'sms', 'messages',
                    300, 0.3333, 99.99, 0, 0, 15.00, 114.99, '')\
                """);
        });
    }

    @AfterEach
    void forget() {
        TestInvoices.forgetAll();
    }

    @Test
    void tenant_getsItsIssuedInvoicesAndNoFormula() {
        assertThat(csv("tenant-billing", ALL))
                .hasSize(2)
                .element(1)
                .asString()
                .startsWith(
                        "acorn,'=Acorn,2026-09,INV-2026-000001,invoice,issued,2026-09,,,,BDT,99.99,0.00,0.00,15.00,114.99");
    }

    @Test
    void linesOfOneInvoice_endWithItsSum() {
        assertThat(csv("tenant-billing", ONE).subList(1, 3))
                .containsExactly(
                        "1,sms,\"'+SMS,"
                                + " \"\"cheap\"\"\",usage,2026-09,sms,messages,300,0.3333,BDT,99.99,0.00,0.00,15.00,114.99",
                        "total,,,,,,,,,BDT,99.99,0.00,0.00,15.00,114.99");
    }

    @Test
    void staff_getTheMonthOfAllTenantsWithDrafts() {
        assertThat(csv("staff-finance", MONTH))
                .hasSize(3)
                .anyMatch(row -> row.startsWith("birch,Birch,2026-09,,invoice,draft"));
    }

    @Test
    void monthThatIsNone_isRefusedWithTheField() {
        for (var path : new String[] {"/staff/exports/invoices.csv", "/staff/exports/invoices.csv?month=soon"}) {
            assertThat(SignedIn.staff("staff-finance").status(path)).isEqualTo(400);
        }
    }

    @Test
    void othersInvoices_areNotFoundAndWrongRolesRefused() {
        assertThat(SignedIn.as("tenant-billing", "birch").status(ONE)).isEqualTo(404);
        assertThat(SignedIn.as("tenant-billing", "acorn").status("/t/acorn/exports/invoices/2026-08.csv"))
                .isEqualTo(404);
        assertThat(SignedIn.as("tenant-viewer", "acorn").status(ALL)).isEqualTo(403);
        assertThat(SignedIn.staff("staff-sre").status(MONTH)).isEqualTo(403);
        assertThat(SignedIn.as("tenant-billing", "acorn").status(MONTH)).isEqualTo(403);
    }

    private static List<String> csv(String role, String path) {
        var answer = SignedIn.as(role, "acorn").request().get(path);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.contentType()).startsWith("text/csv");
        return answer.asString().lines().toList();
    }

    private static void invoice(Handle handle, String tenant, String id, String status, String number, String name) {
        handle.execute(
                "INSERT INTO invoices (tenant_id, invoice_id, kind, status, number, month, tenant_name, plan_title,"
                        + " time_zone, currency, bdt_rate, subtotal, discount, credit, tax, total) VALUES (?, ?,"
                        + " 'invoice', ?, "
                        + number
                        + ", '2026-09-01', ?, 'Plan', 'Asia/Dhaka', 'BDT', 1, 99.99, 0, 0, 15.00, 114.99)",
                tenant,
                id,
                status,
                name);
    }
}
