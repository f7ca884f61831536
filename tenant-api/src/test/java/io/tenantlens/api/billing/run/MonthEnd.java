package io.tenantlens.api.billing.run;

import io.tenantlens.api.access.StaffDatabase;
import io.tenantlens.api.access.StaffScope;
import io.tenantlens.api.access.TenantDatabase;
import io.tenantlens.api.access.TestScopes;
import io.tenantlens.api.audit.AuditTrail;
import io.tenantlens.api.billing.invoice.Invoice;
import io.tenantlens.api.billing.invoice.Invoices;
import io.tenantlens.api.database.WorkerDatabase;
import io.tenantlens.api.testing.TestConfigs;
import io.tenantlens.api.testing.TestPostgres;
import io.tenantlens.cost.money.Money;
import io.tenantlens.cost.tenant.TenantId;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;

/** The month end as staff do it, at an instant of the test's choice. */
final class MonthEnd {

    private static final TestPostgres POSTGRES = TestPostgres.shared();

    final StaffScope staff = TestScopes.staff();
    final RunEngine engine;
    final InvoiceRuns runs;

    private final Invoices invoices = new Invoices(new TenantDatabase(POSTGRES.as("tenantlens_app")));

    MonthEnd(String now) {
        this(now, Map.of());
    }

    MonthEnd(String now, Map<String, String> properties) {
        var clock = Clock.fixed(Instant.parse(now), ZoneOffset.UTC);
        var settings = TestConfigs.with(BillingSettings.class, properties);
        engine = new RunEngine(new WorkerDatabase(POSTGRES.as("tenantlens_worker")), settings, clock);
        runs = new InvoiceRuns(
                new StaffDatabase(POSTGRES.as("tenantlens_staff")), engine, new AuditTrail(), settings, clock);
    }

    InvoiceRun issue(YearMonth month) {
        var run = runs.start(staff, month);
        runs.approve(staff, run.id());
        return runs.issue(staff, run.id());
    }

    Optional<Invoice> invoice(TenantId tenant, String id) {
        return invoices.find(TestScopes.tenant(tenant), id);
    }

    Money net(TenantId tenant, String id) {
        return invoice(tenant, id).orElseThrow().head().net();
    }
}
