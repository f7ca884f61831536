package io.tenantlens.api.billing.unbilled;

import io.tenantlens.api.gauge.Gauge;
import io.tenantlens.api.gauge.GaugeSource;
import jakarta.inject.Singleton;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Usage that is not billed, by meter over all tenants. A meter of which all is billed shows 0. */
@Singleton
class UnbilledGauges implements GaugeSource {

    @Override
    public List<Gauge> read(Handle handle) {
        var unbilled = Gauge.named(
                "tenantlens_unbilled_usage",
                "Usage that no invoice has and no run bills by itself, in units of the meter",
                "meter");
        handle.createQuery("""
                        SELECT priced.meter, coalesce(sum(abs(u.quantity)), 0) AS quantity
                        FROM (SELECT DISTINCT charge ->> 'meter' AS meter FROM rate_cards, jsonb_array_elements(charges) AS charge
                            WHERE charge ->> 'meter' IS NOT NULL) priced
                        LEFT JOIN unbilled_usage u USING (meter)
                        GROUP BY priced.meter""")
                .map((row, _) -> unbilled.add(row.getDouble("quantity"), row.getString("meter")))
                .list();
        return List.of(unbilled.build());
    }
}
