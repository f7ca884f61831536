package io.tenantlens.api.cost.run;

import io.tenantlens.api.cost.setting.CostPoolRule;
import io.tenantlens.api.cost.setting.PoolSplit;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Stores the proof of each run: its parts as they were stored, added up by the database, beside what was to be divided. */
final class RunProofs {

    private final Handle handle;
    private final Instant now;
    private final int tenants;

    RunProofs(Handle handle, Instant now, int tenants) {
        this.handle = handle;
        this.now = now;
        this.tenants = tenants;
    }

    void days(List<WindowCosts> windows) {
        var runs = handle.prepareBatch("""
            INSERT INTO cost_day_runs (day, computed_at, tenants, origin, idle, unallocated, proof_sum, pools)
            SELECT :day, :now, :tenants, :origin, :idle, :unallocated,
                :idle + :unallocated + (SELECT coalesce(sum(total), 0) / 1000000.0 FROM cost_days WHERE day = :day), :pools\
            """);
        var pools = handle.prepareBatch("""
            INSERT INTO cost_day_pools
                (day, pool, title, cost_type, kind, source, origin, allocated, idle, unallocated, method, driver, weights)
            VALUES (:day, :pool, :title, :type, :kind, :source, :origin, :allocated, :idle, :unallocated, :method, :driver, :weights)\
            """);
        for (var costs : windows) {
            runs.bind("day", costs.window().day())
                    .bind("now", now.atOffset(ZoneOffset.UTC))
                    .bind("tenants", tenants)
                    .bind("origin", sum(costs, WindowCosts.PoolSums::origin))
                    .bind("idle", sum(costs, WindowCosts.PoolSums::idle))
                    .bind("unallocated", sum(costs, WindowCosts.PoolSums::unallocated))
                    .bind("pools", costs.poolNames().toArray(String[]::new))
                    .add();
            for (var pool : costs.pools()) {
                pools.bind("day", costs.window().day())
                        .bind("pool", pool.rule().pool())
                        .bind("title", pool.rule().title())
                        .bind("type", pool.rule().type().key())
                        .bind("kind", lower(pool.rule().kind()))
                        .bind("source", lower(pool.source()))
                        .bind("origin", pool.origin())
                        .bind("allocated", pool.allocated())
                        .bind("idle", pool.idle())
                        .bind("unallocated", pool.unallocated())
                        .bind("method", method(pool.rule()))
                        .bind("driver", driver(pool.rule()))
                        .bind("weights", pool.weights())
                        .add();
            }
        }
        runs.execute();
        if (pools.size() > 0) {
            pools.execute();
        }
    }

    void hours(List<WindowCosts> windows) {
        var runs = handle.prepareBatch("""
            INSERT INTO cost_hour_runs (hour_start, computed_at, tenants, origin, idle, unallocated, proof_sum)
            SELECT :hour, :now, :tenants, :origin, :idle, :unallocated,
                :idle + :unallocated
                + (SELECT coalesce(sum(total), 0) / 1000000.0 FROM cost_hours WHERE hour_start = :hour)\
            """);
        for (var costs : windows) {
            runs.bind("hour", costs.window().start().atOffset(ZoneOffset.UTC))
                    .bind("now", now.atOffset(ZoneOffset.UTC))
                    .bind("tenants", tenants)
                    .bind("origin", sum(costs, WindowCosts.PoolSums::origin))
                    .bind("idle", sum(costs, WindowCosts.PoolSums::idle))
                    .bind("unallocated", sum(costs, WindowCosts.PoolSums::unallocated))
                    .add();
        }
        runs.execute();
    }

    private static BigDecimal sum(WindowCosts costs, Function<WindowCosts.PoolSums, BigDecimal> part) {
        return costs.pools().stream().map(part).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static String method(CostPoolRule rule) {
        if (rule.kind() == CostPoolRule.Kind.DEDICATED) {
            return "own";
        }
        return switch (rule.split()) {
            case PoolSplit.Even _ -> "even";
            case PoolSplit.Weighted _ -> "weighted";
            case PoolSplit.BaseAndWeighted _ -> "base_and_weighted";
            case PoolSplit.WeightedByCost _ -> "by_cost";
        };
    }

    private static @Nullable String driver(CostPoolRule rule) {
        return switch (rule.split()) {
            case PoolSplit.Weighted(var driver) -> driver;
            case PoolSplit.BaseAndWeighted split -> split.driver();
            case PoolSplit.Even _, PoolSplit.WeightedByCost _ -> null;
        };
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
