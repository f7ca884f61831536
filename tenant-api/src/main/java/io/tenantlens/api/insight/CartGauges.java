package io.tenantlens.api.insight;

import io.tenantlens.api.gauge.Gauge;
import io.tenantlens.api.gauge.GaugeSource;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The share of carts that were abandoned among those created, over the last seven local days. Without carts there is no rate. */
@Singleton
class CartGauges implements GaugeSource {

    private final Clock clock;

    CartGauges(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Duration goodFor() {
        return Duration.ofMinutes(5);
    }

    @Override
    public List<Gauge> read(Handle handle) {
        var rates = Gauge.named(
                "tenant_cart_abandonment_rate", "Share of carts abandoned in the last seven days", "tenant_id");
        handle.createQuery("""
                        SELECT t.tenant_id,
                               least(1, coalesce(sum(d.quantity) FILTER (WHERE d.meter = 'carts_abandoned'), 0)
                                   / sum(d.quantity) FILTER (WHERE d.meter = 'carts_created')) AS rate
                        FROM tenants t
                        JOIN usage_day d ON d.tenant_id = t.tenant_id AND d.meter IN ('carts_created', 'carts_abandoned')
                            AND d.day > (:now AT TIME ZONE t.time_zone)::date - 7
                        WHERE t.status = 'active' AND d.day > :now::date - 8
                        GROUP BY t.tenant_id
                        HAVING sum(d.quantity) FILTER (WHERE d.meter = 'carts_created') > 0
                        ORDER BY t.tenant_id""")
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .map((row, _) -> rates.add(row.getDouble("rate"), row.getString("tenant_id")))
                .list();
        return List.of(rates.build());
    }
}
