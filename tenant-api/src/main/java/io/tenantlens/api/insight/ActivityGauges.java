package io.tenantlens.api.insight;

import io.tenantlens.api.gauge.Gauge;
import io.tenantlens.api.gauge.GaugeSource;
import jakarta.inject.Singleton;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** How alive each active tenant is. */
@Singleton
class ActivityGauges implements GaugeSource {

    @Override
    public List<Gauge> read(Handle handle) {
        var scores = Gauge.named("tenant_activity_score", "How alive a tenant is, from 0 to 1", "tenant_id");
        handle.createQuery("""
                        SELECT a.tenant_id, a.score FROM tenant_activity a JOIN tenants t USING (tenant_id)
                        WHERE t.status = 'active' ORDER BY a.tenant_id""")
                .map((row, _) -> scores.add(row.getDouble("score"), row.getString("tenant_id")))
                .list();
        return List.of(scores.build());
    }
}
