package io.tenantlens.api.insight;

import io.tenantlens.api.access.StaffDatabase;
import io.tenantlens.api.access.StaffScope;
import io.tenantlens.api.directory.Tenant;
import io.tenantlens.cost.health.ActivityScore;
import io.tenantlens.cost.health.ActivityScore.Activity;
import io.tenantlens.cost.tenant.TenantId;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How alive tenants are, as of a few minutes ago. */
@Singleton
public class ActivityQueries {

    private final StaffDatabase database;

    @Inject
    public ActivityQueries(StaffDatabase database) {
        this.database = database;
    }

    /** Whether anybody has been scored yet: the first time comes a few minutes after the first data. */
    public boolean hasScores(StaffScope scope) {
        return database.inTransaction(
                scope,
                handle -> handle.createQuery("SELECT EXISTS (SELECT FROM tenant_activity)")
                        .mapTo(Boolean.class)
                        .one());
    }

    /** Active tenants below the threshold of {@link ActivityScore}, the lowest score first. */
    public List<ChurnRisk> atRisk(StaffScope scope) {
        return database.inTransaction(
                scope,
                handle -> handle.createQuery("""
                    SELECT a.*, t.name, t.tier FROM tenant_activity a JOIN tenants t USING (tenant_id)
                    WHERE t.status = 'active' AND a.score < :threshold ORDER BY a.score, a.tenant_id\
                    """)
                        .bind("threshold", ActivityScore.CHURN_RISK)
                        .map((row, _) -> new ChurnRisk(
                                new TenantId(row.getString("tenant_id")),
                                row.getString("name"),
                                Tenant.Tier.valueOf(row.getString("tier").toUpperCase(Locale.ROOT)),
                                row.getDouble("score"),
                                activity(row)))
                        .list());
    }

    /** What the score of one tenant is made of; empty for one that is not active or was not scored yet. */
    public Optional<Activity> of(StaffScope scope, TenantId tenant) {
        return database.inTransaction(
                scope,
                handle -> handle.createQuery("SELECT * FROM tenant_activity WHERE tenant_id = :tenant")
                        .bind("tenant", tenant.value())
                        .map((row, _) -> activity(row))
                        .findOne());
    }

    private static Activity activity(ResultSet row) throws SQLException {
        return new Activity(
                row.getInt("days_since_last"),
                row.getInt("active_days"),
                row.getInt("features_used"),
                row.getInt("features_offered"),
                row.getDouble("recent"),
                row.getDouble("previous"));
    }
}
