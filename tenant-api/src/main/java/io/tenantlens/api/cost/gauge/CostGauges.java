package io.tenantlens.api.cost.gauge;

import io.tenantlens.api.cost.CostType;
import io.tenantlens.api.cost.run.CostConfig;
import io.tenantlens.api.gauge.Gauge;
import io.tenantlens.api.gauge.GaugeSource;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * What each tenant costs: hourly is the last whole hour, daily the last 24 of them, monthly the open month so far. Daily covers
 * whole hours that roll on, so that it neither starts from nothing at midnight nor misses a spike of yesterday evening.
 */
@Singleton
class CostGauges implements GaugeSource {

    private static final double MICROS = 1e6;
    private static final int HOURS = 24;

    private final CostConfig config;
    private final Clock clock;

    CostGauges(CostConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    @Override
    public Duration goodFor() {
        return Duration.ofMinutes(2);
    }

    @Override
    public List<Gauge> read(Handle handle) {
        var cost = Gauge.named(
                "tenant_infrastructure_cost_bdt",
                "What a tenant costs the platform",
                "tenant_id",
                "cost_type",
                "period");
        var hour = clock.instant().truncatedTo(ChronoUnit.HOURS).atOffset(ZoneOffset.UTC);
        handle.createQuery("SELECT tenant_id, <types> FROM cost_hours WHERE hour_start = :hour")
                .define("types", types("%s"))
                .bind("hour", hour.minusHours(1))
                .map((row, _) -> add(cost, row, "hourly"))
                .list();
        handle.createQuery("SELECT tenant_id, <types> FROM cost_hours WHERE hour_start >= :from AND hour_start < :to"
                        + " GROUP BY tenant_id")
                .define("types", types("sum(%1$s)::bigint AS %1$s"))
                .bind("from", hour.minusHours(HOURS))
                .bind("to", hour)
                .map((row, _) -> add(cost, row, "daily"))
                .list();
        handle.createQuery("SELECT tenant_id, <types> FROM cost_months WHERE month = :month")
                .define("types", types("%s"))
                .bind(
                        "month",
                        LocalDate.ofInstant(clock.instant(), config.zone()).withDayOfMonth(1))
                .map((row, _) -> add(cost, row, "monthly"))
                .list();
        return List.of(cost.build());
    }

    private static String types(String column) {
        return Arrays.stream(CostType.values())
                .map(type -> column.formatted(type.key()))
                .collect(Collectors.joining(", "));
    }

    /** A type that costs a tenant nothing has no row. */
    private static Gauge.Rows add(Gauge.Rows cost, ResultSet row, String period) throws SQLException {
        for (var type : CostType.values()) {
            var micros = row.getLong(type.key());
            if (micros != 0) {
                cost.add(micros / MICROS, row.getString("tenant_id"), type.key(), period);
            }
        }
        return cost;
    }
}
