package io.tenantlens.api.directory;

import io.tenantlens.api.gauge.Gauge;
import io.tenantlens.api.gauge.GaugeSource;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Who the tenants are and what their plans include. A tenant that left has no row; a plan without a limit neither. */
@Singleton
class TenantGauges implements GaugeSource {

    @Override
    public List<Gauge> read(Handle handle) {
        var info = Gauge.named("tenant_info", "1 for each active tenant", "tenant_id", "tier", "hosting", "plan");
        var products = Gauge.named("tenant_plan_product_limit", "Products that the plan includes", "tenant_id");
        var requests = Gauge.named(
                "tenant_plan_api_requests_per_hour", "Requests an hour that the plan includes", "tenant_id");
        handle.createQuery("""
                        SELECT t.tenant_id, t.tier, t.hosting, t.plan, l.products, l.requests_per_hour
                        FROM tenants t LEFT JOIN tenant_plan_limits l USING (tenant_id)
                        WHERE t.status = 'active' AND t.tenant_id <> '_platform'
                        ORDER BY t.tenant_id""")
                .map((row, _) -> {
                    var tenant = row.getString("tenant_id");
                    info.add(1, tenant, row.getString("tier"), row.getString("hosting"), row.getString("plan"));
                    addLimit(products, tenant, row, "products");
                    addLimit(requests, tenant, row, "requests_per_hour");
                    return tenant;
                })
                .list();
        return List.of(info.build(), products.build(), requests.build());
    }

    private static void addLimit(Gauge.Rows rows, String tenant, ResultSet row, String column) throws SQLException {
        var limit = row.getLong(column);
        if (!row.wasNull()) {
            rows.add((double) limit, tenant);
        }
    }
}
