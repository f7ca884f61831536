package io.tenantlens.api.margin;

import io.tenantlens.api.cost.run.CostConfig;
import io.tenantlens.api.gauge.Gauge;
import io.tenantlens.api.gauge.GaugeSource;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * What tenants pay and what is left of it in the open month so far: usage up to now, and fixed fees as well as fixed cost for the
 * part of the month that has gone. Without revenue there is no margin in percent.
 */
@Singleton
class MarginGauges implements GaugeSource {

    private static final String MONTHLY = "monthly";

    private final CostConfig config;
    private final Clock clock;

    MarginGauges(CostConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    @Override
    public Duration goodFor() {
        return Duration.ofMinutes(2);
    }

    @Override
    public List<Gauge> read(Handle handle) {
        var revenue = Gauge.named("tenant_revenue_bdt", "What a tenant pays, before tax", "tenant_id", "period");
        var margin = Gauge.named(
                "tenant_profit_margin_percent",
                "Of what a tenant pays, what is left after its cost",
                "tenant_id",
                "period");
        handle.createQuery("""
            SELECT a.tenant_id, a.revenue,
                   100 * (a.revenue - coalesce(c.total, 0) / 1000000.0) / nullif(greatest(a.revenue, 0), 0) AS margin
            FROM tenant_accruals a LEFT JOIN cost_months c USING (tenant_id, month) WHERE a.month = :month\
            """)
                .bind(
                        "month",
                        LocalDate.ofInstant(clock.instant(), config.zone()).withDayOfMonth(1))
                .map((row, _) -> {
                    var tenant = row.getString("tenant_id");
                    revenue.add(row.getDouble("revenue"), tenant, MONTHLY);
                    var percent = row.getDouble("margin");
                    return row.wasNull() ? margin : margin.add(percent, tenant, MONTHLY);
                })
                .list();
        return List.of(revenue.build(), margin.build());
    }
}
