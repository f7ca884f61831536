package io.tenantlens.sla.reading;

import io.tenantlens.api.gauge.Gauge;
import io.tenantlens.api.gauge.GaugeSource;
import jakarta.inject.Singleton;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The availability promised to each active tenant today, as a ratio such as 0.999: the rules compute burn rates against it. */
@Singleton
class ObjectiveGauges implements GaugeSource {

    @Override
    public List<Gauge> read(Handle handle) {
        var objectives = Gauge.named(
                "tenant_slo_availability_objective", "Share of requests that is promised to succeed", "tenant_id");
        handle.createQuery("""
                        WITH active AS (
                            SELECT tenant_id, tier, (now() AT TIME ZONE time_zone)::date AS today FROM tenants
                            WHERE status = 'active' AND tenant_id <> '_platform'
                        ), versions AS (
                            SELECT a.tenant_id, 1 AS rank, o.valid_from, o.availability_percent
                            FROM active a JOIN tenant_objectives o USING (tenant_id)
                            WHERE o.valid_from <= a.today AND (o.valid_until IS NULL OR o.valid_until > a.today)
                            UNION ALL
                            SELECT a.tenant_id, 2, o.valid_from, o.availability_percent
                            FROM active a JOIN tier_objectives o USING (tier)
                            WHERE o.valid_from <= a.today
                        )
                        SELECT DISTINCT ON (tenant_id) tenant_id, availability_percent / 100 AS ratio
                        FROM versions ORDER BY tenant_id, rank, valid_from DESC""")
                .map((row, _) -> objectives.add(row.getDouble("ratio"), row.getString("tenant_id")))
                .list();
        return List.of(objectives.build());
    }
}
