package io.tenantlens.api.insight;

import io.tenantlens.api.gauge.Gauge;
import io.tenantlens.api.gauge.GaugeSource;
import io.tenantlens.cost.health.ActivityScore;
import io.tenantlens.cost.health.ActivityScore.Activity;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** How alive each active tenant is, by {@link ActivityScore}. Days are the tenant's own; today counts as far as it has come. */
@Singleton
class ActivityGauges implements GaugeSource {

    /** Longer than a score looks back; whoever was silent for all of it was last active before. */
    private static final int DAYS_READ = 35;

    private final Clock clock;

    ActivityGauges(Clock clock) {
        this.clock = clock;
    }

    /** A score moves by the day. */
    @Override
    public Duration goodFor() {
        return Duration.ofMinutes(15);
    }

    @Override
    public List<Gauge> read(Handle handle) {
        var scores = Gauge.named("tenant_activity_score", "How alive a tenant is, from 0 to 1", "tenant_id");
        handle.createQuery("""
                        WITH active AS (
                            SELECT tenant_id, plan, (:now AT TIME ZONE time_zone)::date AS today FROM tenants
                            WHERE status = 'active' AND tenant_id <> '_platform'
                        ), visited AS (
                            SELECT a.tenant_id, a.today - d.day AS age, sum(d.quantity) AS requests
                            FROM active a
                            JOIN usage_day d ON d.tenant_id = a.tenant_id AND d.meter = 'requests'
                                AND d.day > a.today - :days AND d.day <= a.today
                            WHERE d.day > :now::date - :days - 1
                            GROUP BY a.tenant_id, age HAVING sum(d.quantity) > 0
                        ), used AS (
                            SELECT a.tenant_id, count(DISTINCT d.dimensions ->> 'feature') AS features
                            FROM active a
                            JOIN usage_day d ON d.tenant_id = a.tenant_id AND d.meter = 'feature_usage' AND d.quantity > 0
                                AND d.day > a.today - 28 AND d.day <= a.today
                            WHERE d.day > :now::date - 30
                            GROUP BY a.tenant_id
                        )
                        SELECT a.tenant_id, coalesce(min(v.age), :days) AS days_since_last,
                               count(*) FILTER (WHERE v.age < 28) AS active_days,
                               coalesce(sum(v.requests) FILTER (WHERE v.age < 14), 0) AS recent,
                               coalesce(sum(v.requests) FILTER (WHERE v.age BETWEEN 14 AND 27), 0) AS previous,
                               coalesce(max(u.features), 0) AS used, coalesce(max(cardinality(l.features)), 0) AS offered
                        FROM active a
                        LEFT JOIN visited v USING (tenant_id)
                        LEFT JOIN used u USING (tenant_id)
                        LEFT JOIN tenant_plan_limits l USING (tenant_id)
                        GROUP BY a.tenant_id ORDER BY a.tenant_id""")
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .bind("days", DAYS_READ)
                .map((row, _) -> scores.add(ActivityScore.of(activity(row)), row.getString("tenant_id")))
                .list();
        return List.of(scores.build());
    }

    private static Activity activity(ResultSet row) throws SQLException {
        return new Activity(
                row.getInt("days_since_last"),
                row.getInt("active_days"),
                row.getInt("used"),
                row.getInt("offered"),
                row.getDouble("recent"),
                row.getDouble("previous"));
    }
}
