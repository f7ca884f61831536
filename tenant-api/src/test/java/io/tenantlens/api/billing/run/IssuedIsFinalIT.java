package io.tenantlens.api.billing.run;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantlens.api.testing.TestInvoices;
import io.tenantlens.api.testing.TestPostgres;
import io.tenantlens.api.testing.TestTenants;
import java.time.YearMonth;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IssuedIsFinalIT {

    @BeforeEach
    void issue() {
        TestInvoices.forgetAll();
        TestTenants.signUp("final-acorn", "Asia/Dhaka");
        new MonthEnd("2026-11-02T00:00:00Z").issue(YearMonth.of(2026, 10));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE invoice_lines SET title = 'x' WHERE tenant_id = 'final-acorn'",
                "UPDATE invoice_lines SET line = line + 100 WHERE tenant_id = 'final-acorn'",
                "DELETE FROM invoice_lines WHERE tenant_id = 'final-acorn'",
                "INSERT INTO invoice_lines SELECT tenant_id, invoice_id, 99, charge, title, kind, service_month, plan, card_from,"
                        + " active_from, active_until, meter, unit, metered, quantity, unit_price, amount, discount, credit, tax,"
                        + " total, steps FROM invoice_lines WHERE tenant_id = 'final-acorn' AND line = 1",
                "UPDATE invoices SET total = total + 1, tax = tax + 1 WHERE tenant_id = 'final-acorn'",
                "UPDATE invoices SET status = 'draft', number = NULL WHERE tenant_id = 'final-acorn'",
                "DELETE FROM invoices WHERE tenant_id = 'final-acorn'",
                "TRUNCATE invoices CASCADE"
            })
    void change_isRefusedEvenToASuperuser(String change) {
        assertThatThrownBy(() -> TestPostgres.shared().asSuperuser().useHandle(handle -> handle.execute(change)))
                .hasMessageContaining("never");
    }
}
