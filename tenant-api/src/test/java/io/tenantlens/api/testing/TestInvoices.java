package io.tenantlens.api.testing;

import java.util.List;

/** Forgets what tests issued, which nothing but a test may do. */
public final class TestInvoices {

    private TestInvoices() {}

    public static void forgetAll() {
        TestPostgres.shared().asSuperuser().useTransaction(handle -> {
            handle.execute("SET LOCAL session_replication_role = replica");
            for (var table : List.of(
                    "invoice_lines",
                    "invoices",
                    "invoice_run_tenants",
                    "invoice_runs",
                    "invoice_numbers",
                    "exchange_rates")) {
                handle.execute("DELETE FROM " + table);
            }
        });
    }
}
