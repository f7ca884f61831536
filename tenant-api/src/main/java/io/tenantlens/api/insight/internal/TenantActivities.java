package io.tenantlens.api.insight.internal;

import io.tenantlens.cost.health.ActivityScore;
import io.tenantlens.cost.health.ActivityScore.Activity;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jdbi.v3.core.Handle;

/** Scores how alive each active tenant is. Days are the tenant's own; today counts as far as it has come. */
final class TenantActivities {

    /** Longer than a score looks back; whoever was silent for all of it was last active before. */
    private static final int DAYS_READ = 35;

    private TenantActivities() {}

    private record Scored(String tenant, Activity activity) {}

    static void store(Handle handle, Instant now) {
        var scored = handle.createQuery("""
                        WITH active AS (
                            SELECT tenant_id, (:now AT TIME ZONE time_zone)::date AS today FROM tenants
                            WHERE status = 'active' AND tenant_id <> '_platform'
                        ), visited AS (
                            SELECT a.tenant_id, a.today - d.day AS age, d.total AS requests
                            FROM active a JOIN request_day d ON d.tenant_id = a.tenant_id
                            WHERE d.day > a.today - :days AND d.day <= a.today
                              AND d.day > :now::date - :days - 1 AND d.total > 0
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
                        GROUP BY a.tenant_id""")
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .bind("days", DAYS_READ)
                .map((row, _) -> new Scored(row.getString("tenant_id"), activity(row)))
                .list();
        var insert = handle.prepareBatch("""
                INSERT INTO tenant_activity AS known VALUES (
                    :tenant, :since, :days, :used, :offered, :recent, :previous, :score)
                ON CONFLICT (tenant_id) DO UPDATE
                SET (days_since_last, active_days, features_used, features_offered, recent, previous, score)
                  = (excluded.days_since_last, excluded.active_days, excluded.features_used, excluded.features_offered,
                     excluded.recent, excluded.previous, excluded.score)
                WHERE known IS DISTINCT FROM excluded""");
        for (var one : scored) {
            var activity = one.activity();
            insert.bind("tenant", one.tenant())
                    .bind("since", activity.daysSinceLast())
                    .bind("days", activity.activeDays())
                    .bind("used", activity.featuresUsed())
                    .bind("offered", activity.featuresOffered())
                    .bind("recent", activity.recentVolume())
                    .bind("previous", activity.previousVolume())
                    .bind("score", ActivityScore.of(activity))
                    .add();
        }
        if (!scored.isEmpty()) {
            insert.execute();
        }
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
