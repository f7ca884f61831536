package io.tenantlens.api.insight.feature;

import io.tenantlens.api.access.StaffDatabase;
import io.tenantlens.api.access.StaffScope;
import io.tenantlens.api.directory.Tenant;
import io.tenantlens.cost.tenant.TenantId;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Adoption of features over all active tenants, as of half a minute ago. */
@Singleton
public class FeatureQueries {

    /** A tenant counts as using a feature so many days after it did. */
    public static final int USING_DAYS = 28;

    private final StaffDatabase database;

    @Inject
    public FeatureQueries(StaffDatabase database) {
        this.database = database;
    }

    /** A page of the matrix. */
    public record Matrix(List<FeatureUser> tenants, long found) {

        public Matrix {
            tenants = List.copyOf(tenants);
        }
    }

    public long activeTenants(StaffScope scope, @Nullable String tier) {
        return database.inTransaction(
                scope,
                handle -> handle.createQuery("""
                    SELECT count(*) FROM tenants WHERE status = 'active' AND tenant_id <> '_platform'
                        AND (:tier::text IS NULL OR tier = :tier)\
                    """)
                        .bind("tier", tier)
                        .mapTo(Long.class)
                        .one());
    }

    /** Each feature that anybody used, by name. */
    public List<FeatureAdoption> adoption(StaffScope scope, LocalDate today, @Nullable String tier) {
        return database.inTransaction(scope, handle -> {
            var features = new LinkedHashMap<String, FeatureAdoption>();
            handle.createQuery("""
                SELECT f.feature, f.first_used_on, count(*) AS tenants,
                    count(*) FILTER (WHERE f.last_used_on > :today - :days) AS active
                FROM tenant_features f JOIN tenants t USING (tenant_id)
                WHERE t.status = 'active' AND (:tier::text IS NULL OR t.tier = :tier)
                GROUP BY f.feature, f.first_used_on ORDER BY f.feature, f.first_used_on\
                """)
                    .bind("today", today)
                    .bind("days", USING_DAYS)
                    .bind("tier", tier)
                    .map((row, _) -> features.merge(row.getString("feature"), first(row), FeatureQueries::plus))
                    .list();
            return List.copyOf(features.values());
        });
    }

    private static FeatureAdoption first(ResultSet row) throws SQLException {
        var firstUses = new TreeMap<LocalDate, Long>();
        firstUses.put(row.getObject("first_used_on", LocalDate.class), row.getLong("tenants"));
        return new FeatureAdoption(row.getString("feature"), row.getLong("tenants"), row.getLong("active"), firstUses);
    }

    private static FeatureAdoption plus(FeatureAdoption one, FeatureAdoption other) {
        var firstUses = new TreeMap<>(one.firstUses());
        firstUses.putAll(other.firstUses());
        return new FeatureAdoption(one.feature(), one.tried() + other.tried(), one.using() + other.using(), firstUses);
    }

    /** Those who use the most features first. */
    public Matrix matrix(StaffScope scope, LocalDate today, @Nullable String tier, int offset, int size) {
        return database.inTransaction(scope, handle -> {
            var users = handle.createQuery("""
                SELECT t.tenant_id, t.name, t.tier, f.features, f.days, count(*) OVER () AS found
                FROM tenants t LEFT JOIN LATERAL (
                    SELECT array_agg(feature ORDER BY feature) AS features,
                        array_agg(last_used_on ORDER BY feature) AS days,
                        count(*) FILTER (WHERE last_used_on > :today - :using) AS used
                    FROM tenant_features WHERE tenant_id = t.tenant_id) f ON true
                WHERE t.status = 'active' AND t.tenant_id <> '_platform' AND (:tier::text IS NULL OR t.tier = :tier)
                ORDER BY f.used DESC, t.name, t.tenant_id LIMIT :size OFFSET :offset\
                """)
                    .bind("today", today)
                    .bind("using", USING_DAYS)
                    .bind("tier", tier)
                    .bind("size", size)
                    .bind("offset", offset)
                    .map((row, _) -> new Found(user(row), row.getLong("found")))
                    .list();
            return new Matrix(
                    users.stream().map(Found::user).toList(),
                    users.isEmpty() ? 0 : users.getFirst().found());
        });
    }

    private record Found(FeatureUser user, long found) {}

    private static FeatureUser user(ResultSet row) throws SQLException {
        var lastUsed = new HashMap<String, LocalDate>();
        var features = row.getArray("features");
        if (features != null) {
            var names = (String[]) features.getArray();
            var days = (Date[]) row.getArray("days").getArray();
            for (var i = 0; i < names.length; i++) {
                lastUsed.put(names[i], days[i].toLocalDate());
            }
        }
        return new FeatureUser(
                new TenantId(row.getString("tenant_id")),
                row.getString("name"),
                Tenant.Tier.valueOf(row.getString("tier").toUpperCase(Locale.ROOT)),
                lastUsed);
    }
}
