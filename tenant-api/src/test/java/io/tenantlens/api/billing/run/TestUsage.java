package io.tenantlens.api.billing.run;

import io.tenantlens.api.testing.TestPostgres;
import io.tenantlens.cost.tenant.TenantId;
import java.math.BigDecimal;
import java.time.LocalDate;

/** Usage as the fold leaves it. */
public final class TestUsage {

    private static final TestPostgres POSTGRES = TestPostgres.shared();

    private TestUsage() {}

    public static void forget(String tenantsLike) {
        POSTGRES.as("tenantlens_worker").useHandle(handle -> {
            handle.execute("SELECT ensure_month_partitions('usage_day', '2026-07-01', '2027-04-30')");
            handle.execute("DELETE FROM usage_day WHERE tenant_id LIKE ?", tenantsLike);
        });
    }

    /** Adds to the day. */
    public static void use(TenantId tenant, String meter, LocalDate day, String quantity) {
        POSTGRES.as("tenantlens_worker")
                .useHandle(handle -> handle.createUpdate("""
                    INSERT INTO usage_day VALUES (:tenant, :meter, :day, '{}', :quantity)
                    ON CONFLICT (tenant_id, meter, day, dimensions)
                    DO UPDATE SET quantity = usage_day.quantity + excluded.quantity\
                    """)
                        .bind("tenant", tenant.value())
                        .bind("meter", meter)
                        .bind("day", day)
                        .bind("quantity", new BigDecimal(quantity))
                        .execute());
    }
}
