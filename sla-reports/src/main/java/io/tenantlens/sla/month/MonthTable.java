package io.tenantlens.sla.month;

import io.tenantlens.cost.tenant.TenantId;
import io.tenantlens.sla.indicator.Availability;
import io.tenantlens.sla.reading.SlaReading;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** The table of frozen months. */
final class MonthTable {

    /** A tenant whose month may be closed, and when that month ended where it is. */
    record Due(TenantId tenant, Instant monthEnd) {}

    /** The newest revision of a month, as far as checking it needs. */
    record Stored(int revision, MonthInputs inputs, String checksum) {}

    private MonthTable() {}

    /** Tenants that were there in a month, whose month is over and not frozen, by slug. */
    static List<Due> due(Handle handle, YearMonth month, Instant endedBefore, String after, int most) {
        return handle.createQuery("""
            SELECT t.tenant_id, (:end::timestamp AT TIME ZONE t.time_zone) AS month_end FROM tenants t
            WHERE t.tenant_id > :after AND t.tenant_id <> '_platform'
              AND t.signed_up_on < :end AND (t.churned_on IS NULL OR t.churned_on >= :start)
              AND (:end::timestamp AT TIME ZONE t.time_zone) <= :before
              AND NOT EXISTS (SELECT FROM sla_months m WHERE m.tenant_id = t.tenant_id AND m.month = :start)
            ORDER BY t.tenant_id LIMIT :most\
            """)
                .bind("start", month.atDay(1))
                .bind("end", month.plusMonths(1).atDay(1))
                .bind("before", endedBefore.atOffset(ZoneOffset.UTC))
                .bind("after", after)
                .bind("most", most)
                .map((row, _) -> new Due(
                        new TenantId(row.getString("tenant_id")),
                        row.getObject("month_end", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Tenants whose frozen month was not looked at for a while, or whose requests of it changed since, by slug. */
    static List<TenantId> unchecked(Handle handle, YearMonth month, Instant before, int most) {
        return handle.createQuery("""
            SELECT m.tenant_id FROM sla_months m
            CROSS JOIN LATERAL (
                SELECT coalesce(sum(total), 0) AS total, coalesce(sum(failed), 0) AS failed FROM request_day d
                WHERE d.tenant_id = m.tenant_id AND d.day >= :month AND d.day < :end
            ) AS requests
            WHERE m.month = :month AND m.revision = 1
              AND (m.checked_at < :before
                   OR (m.seen_total, m.seen_failed) IS DISTINCT FROM (requests.total, requests.failed))
            ORDER BY m.tenant_id LIMIT :most\
            """)
                .bind("month", month.atDay(1))
                .bind("end", month.plusMonths(1).atDay(1))
                .bind("before", before.atOffset(ZoneOffset.UTC))
                .bind("most", most)
                .map((row, _) -> new TenantId(row.getString("tenant_id")))
                .list();
    }

    static Map<TenantId, Stored> newest(Handle handle, Collection<TenantId> tenants, YearMonth month) {
        var stored = new HashMap<TenantId, Stored>();
        handle.createQuery("""
            SELECT DISTINCT ON (tenant_id) tenant_id, revision, inputs, inputs_hash FROM sla_months
            WHERE tenant_id = ANY (:tenants) AND month = :month ORDER BY tenant_id, revision DESC\
            """)
                .bindArray(
                        "tenants",
                        String.class,
                        tenants.stream().map(TenantId::value).toArray())
                .bind("month", month.atDay(1))
                .map((row, _) -> stored.put(
                        new TenantId(row.getString("tenant_id")),
                        new Stored(
                                row.getInt("revision"),
                                MonthInputs.parse(row.getString("inputs")),
                                HexFormat.of().formatHex(row.getBytes("inputs_hash")))))
                .list();
        return stored;
    }

    /** All revisions of a month are looked at together. */
    static void checked(Handle handle, Collection<TenantId> tenants, YearMonth month, Instant now) {
        handle.createUpdate("""
            UPDATE sla_months m SET checked_at = :now, seen_total = requests.total, seen_failed = requests.failed
            FROM (SELECT t.tenant_id, coalesce(sum(d.total), 0) AS total, coalesce(sum(d.failed), 0) AS failed
                  FROM unnest(:tenants) AS t (tenant_id)
                  LEFT JOIN request_day d ON d.tenant_id = t.tenant_id AND d.day >= :month AND d.day < :end
                  GROUP BY t.tenant_id) AS requests
            WHERE m.tenant_id = requests.tenant_id AND m.month = :month\
            """)
                .bindArray(
                        "tenants",
                        String.class,
                        tenants.stream().map(TenantId::value).toArray())
                .bind("month", month.atDay(1))
                .bind("end", month.plusMonths(1).atDay(1))
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .execute();
    }

    /** A month that another instance froze meanwhile stays as it is. */
    static boolean insert(
            Handle handle, SlaReading reading, MonthInputs inputs, int revision, List<String> changes, Instant now) {
        var hasData = reading.availability().hasData();
        return handle.createUpdate("""
            INSERT INTO sla_months (tenant_id, month, revision, frozen_at, checked_at, inputs, inputs_hash, good, total,
                                    availability_percent, objective_percent, kept, latency_kept, credit_percent, changes)
            VALUES (:tenant, :month, :revision, :now, :now, :inputs, :hash, :good, :total,
                    :availability, :objective, :kept, :latencyKept, :credit, :changes)
            ON CONFLICT DO NOTHING\
            """)
                        .bind("tenant", reading.tenant().value())
                        .bind("month", reading.period().start())
                        .bind("revision", revision)
                        .bind("now", now.atOffset(ZoneOffset.UTC))
                        .bind("inputs", inputs.json())
                        .bind("hash", inputs.checksum())
                        .bind("good", reading.availability().good())
                        .bind("total", reading.availability().total())
                        .bind("availability", reading.availability().percent().orElse(null))
                        .bind(
                                "objective",
                                reading.promise().objective().availability().percent())
                        .bind(
                                "kept",
                                hasData
                                        ? reading.availability()
                                                .meets(reading.promise()
                                                        .objective()
                                                        .availability()
                                                        .percent())
                                        : null)
                        .bind("latencyKept", reading.latencyKept().orElse(null))
                        .bind("credit", reading.creditPercent().orElse(null))
                        .bindArray("changes", String.class, changes.toArray())
                        .execute()
                == 1;
    }

    /** All revisions of a tenant's month, the first one first. */
    static List<FrozenMonth> revisions(Handle handle, TenantId tenant, YearMonth month) {
        return handle.createQuery(
                        "SELECT * FROM sla_months WHERE tenant_id = :tenant AND month = :month ORDER BY revision")
                .bind("tenant", tenant.value())
                .bind("month", month.atDay(1))
                .map((row, _) -> frozen(row))
                .list();
    }

    private static FrozenMonth frozen(ResultSet row) throws SQLException {
        return new FrozenMonth(
                new TenantId(row.getString("tenant_id")),
                YearMonth.from(row.getObject("month", LocalDate.class)),
                row.getInt("revision"),
                row.getObject("frozen_at", OffsetDateTime.class).toInstant(),
                new Availability(row.getBigDecimal("good"), row.getBigDecimal("total")),
                row.getBigDecimal("objective_percent"),
                row.getObject("kept", Boolean.class),
                row.getObject("latency_kept", Boolean.class),
                row.getObject("credit_percent", BigDecimal.class),
                Arrays.asList((String[]) row.getArray("changes").getArray()),
                HexFormat.of().formatHex(row.getBytes("inputs_hash")));
    }
}
