package io.tenantlens.sla.reading.internal;

import io.tenantlens.cost.tenant.TenantId;
import io.tenantlens.sla.credit.CreditSchedule;
import io.tenantlens.sla.credit.CreditStep;
import io.tenantlens.sla.indicator.CountingMethod;
import io.tenantlens.sla.objective.Objective;
import io.tenantlens.sla.objective.Target;
import io.tenantlens.sla.reading.Promise;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Locale;
import org.jdbi.v3.core.Handle;

/** What was promised to a tenant, and the zone in which its days are cut. */
public final class PromiseQueries {

    private static final String COLUMNS =
            "availability_percent, counting, latency_seconds, latency_percent, valid_from,"
                    + " credit_below, credit_percents, credit_cap_percent";

    private PromiseQueries() {}

    public static ZoneId zone(Handle handle, TenantId tenant) {
        return handle.createQuery("SELECT time_zone FROM tenants WHERE tenant_id = :tenant")
                .bind("tenant", tenant.value())
                .map((row, _) -> ZoneId.of(row.getString("time_zone")))
                .one();
    }

    /** The version in force on a day: the tenant's own agreement before that of its tier. */
    public static Promise promise(Handle handle, TenantId tenant, LocalDate day) {
        return handle.createQuery("""
                        SELECT * FROM (
                            SELECT 1 AS rank, %1$s FROM tenant_objectives
                            WHERE tenant_id = :tenant AND (valid_until IS NULL OR valid_until > :day)
                            UNION ALL
                            SELECT 2, %1$s FROM tier_objectives
                            WHERE tier = (SELECT tier FROM tenants WHERE tenant_id = :tenant)
                        ) AS versions
                        WHERE valid_from <= :day ORDER BY rank, valid_from DESC LIMIT 1""".formatted(COLUMNS))
                .bind("tenant", tenant.value())
                .bind("day", day)
                .map((row, _) -> promise(row))
                .one();
    }

    private static Promise promise(ResultSet row) throws SQLException {
        var objective = new Objective(
                new Target(row.getBigDecimal("availability_percent")),
                CountingMethod.valueOf(row.getString("counting").toUpperCase(Locale.ROOT)),
                row.getBigDecimal("latency_seconds"),
                new Target(row.getBigDecimal("latency_percent")),
                row.getObject("valid_from", LocalDate.class));
        var below = (BigDecimal[]) row.getArray("credit_below").getArray();
        var percents = (BigDecimal[]) row.getArray("credit_percents").getArray();
        var steps = new ArrayList<CreditStep>();
        for (int i = 0; i < below.length; i++) {
            steps.add(new CreditStep(below[i], percents[i]));
        }
        return new Promise(objective, new CreditSchedule(steps, row.getBigDecimal("credit_cap_percent")));
    }
}
