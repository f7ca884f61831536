package io.tenantlens.sla.reading.internal;

import io.tenantlens.cost.tenant.TenantId;
import io.tenantlens.sla.credit.CreditLimits;
import io.tenantlens.sla.credit.CreditSchedule;
import io.tenantlens.sla.credit.CreditStep;
import io.tenantlens.sla.indicator.CountingMethod;
import io.tenantlens.sla.objective.BudgetWindow;
import io.tenantlens.sla.objective.Objective;
import io.tenantlens.sla.objective.Target;
import io.tenantlens.sla.reading.Promise;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/** What was promised to tenants, and the zones in which their days are cut. */
public final class PromiseQueries {

    /** The columns of a version, the same for tiers and tenants. */
    public static final String COLUMNS =
            "valid_from, set_at, availability_percent, counting, slice_percent, window_days, latency_seconds,"
                    + " latency_percent, credit_below, credit_percents, credit_cap_percent, credit_year_cap_percent,"
                    + " credit_min_requests";

    private PromiseQueries() {}

    public static ZoneId zone(Handle handle, TenantId tenant) {
        return handle.createQuery("SELECT time_zone FROM tenants WHERE tenant_id = :tenant")
                .bind("tenant", tenant.value())
                .map((row, _) -> ZoneId.of(row.getString("time_zone")))
                .one();
    }

    /** The version in force on a day for each tenant: its own agreement before that of its tier, the one set last first. */
    public static SortedMap<TenantId, Tenancy> of(Handle handle, Collection<TenantId> tenants, LocalDate day) {
        var found = new TreeMap<TenantId, Tenancy>();
        handle.createQuery("""
                        SELECT DISTINCT ON (t.tenant_id) t.tenant_id, t.time_zone, versions.*
                        FROM tenants t
                        JOIN LATERAL (
                            SELECT 1 AS rank, %1$s FROM tenant_objectives o
                            WHERE o.tenant_id = t.tenant_id AND (valid_until IS NULL OR valid_until > :day)
                            UNION ALL
                            SELECT 2, %1$s FROM tier_objectives o WHERE o.tier = t.tier
                        ) AS versions ON valid_from <= :day
                        WHERE t.tenant_id = ANY (:tenants)
                        ORDER BY t.tenant_id, rank, valid_from DESC, set_at DESC""".formatted(COLUMNS))
                .bindArray(
                        "tenants",
                        String.class,
                        tenants.stream().map(TenantId::value).toArray())
                .bind("day", day)
                .map((row, _) -> new Tenancy(
                        new TenantId(row.getString("tenant_id")), ZoneId.of(row.getString("time_zone")), promise(row)))
                .forEach(tenancy -> found.put(tenancy.tenant(), tenancy));
        return found;
    }

    /** Reads {@link #COLUMNS}. */
    public static Promise promise(ResultSet row) throws SQLException {
        var availability = new Target(row.getBigDecimal("availability_percent"));
        var slice = row.getBigDecimal("slice_percent");
        var days = row.getObject("window_days", Integer.class);
        var objective = new Objective(
                availability,
                CountingMethod.valueOf(row.getString("counting").toUpperCase(Locale.ROOT)),
                slice == null ? availability : new Target(slice),
                days == null ? new BudgetWindow.Month() : new BudgetWindow.Rolling(days),
                row.getBigDecimal("latency_seconds"),
                new Target(row.getBigDecimal("latency_percent")),
                row.getObject("valid_from", LocalDate.class));
        var below = (BigDecimal[]) row.getArray("credit_below").getArray();
        var percents = (BigDecimal[]) row.getArray("credit_percents").getArray();
        var steps = new ArrayList<CreditStep>();
        for (int i = 0; i < below.length; i++) {
            steps.add(new CreditStep(below[i], percents[i]));
        }
        return new Promise(
                objective,
                new CreditSchedule(steps, row.getBigDecimal("credit_cap_percent")),
                new CreditLimits(
                        row.getBigDecimal("credit_year_cap_percent"), row.getBigDecimal("credit_min_requests")));
    }
}
