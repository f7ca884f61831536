package io.tenantlens.sla.agreement;

import io.tenantlens.cost.tenant.TenantId;
import io.tenantlens.sla.credit.CreditSchedule;
import io.tenantlens.sla.credit.CreditStep;
import io.tenantlens.sla.objective.BudgetWindow;
import io.tenantlens.sla.reading.PromiseRow;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** The two tables of versions. */
final class ObjectiveTable {

    private static final String ALL = """
            SELECT DISTINCT ON (holder, valid_from) * FROM (
                SELECT 'tier:' || tier AS holder, 1 AS rank, NULL::date AS valid_until, %1$s FROM tier_objectives
                UNION ALL
                SELECT 'tenant:' || tenant_id, 2, valid_until, %1$s FROM tenant_objectives
            ) AS versions
            ORDER BY holder DESC, valid_from DESC, set_at DESC""".formatted(PromiseRow.COLUMNS);

    private ObjectiveTable() {}

    static List<ObjectiveVersion> all(Handle handle) {
        return handle.createQuery(ALL)
                .map((row, _) -> new ObjectiveVersion(
                        Holder.parse(row.getString("holder")).orElseThrow(),
                        PromiseRow.read(row),
                        row.getObject("valid_until", LocalDate.class)))
                .list();
    }

    static void insert(Handle handle, ObjectiveVersion version, Instant now) {
        var objective = version.promise().objective();
        var credits = version.promise().credits();
        var limits = version.promise().limits();
        var tenant = version.holder() instanceof Holder.OfTenant;
        handle.createUpdate("""
                        INSERT INTO %s (%s, %s)
                        VALUES (%s :from, :now, :availability, :counting, :slice, :days, :seconds, :latency, :below::numeric[], :percents::numeric[],
                                :cap, :yearCap, :minRequests)""".formatted(
                                tenant ? "tenant_objectives" : "tier_objectives",
                                tenant ? "tenant_id, valid_until" : "tier",
                                PromiseRow.COLUMNS,
                                tenant ? ":holder, :until," : ":holder,"))
                .bind(
                        "holder",
                        switch (version.holder()) {
                            case Holder.OfTier(String tier) -> tier;
                            case Holder.OfTenant(TenantId id) -> id.value();
                        })
                .bind("until", version.until())
                .bind("from", version.from())
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .bind("availability", objective.availability().percent())
                .bind("counting", objective.counting().name().toLowerCase(Locale.ROOT))
                .bind("slice", objective.slice().percent())
                .bind("days", objective.window() instanceof BudgetWindow.Rolling(int days) ? days : null)
                .bind("seconds", objective.latencySeconds())
                .bind("latency", objective.latency().percent())
                .bindArray("below", String.class, texts(credits, CreditStep::below))
                .bindArray("percents", String.class, texts(credits, CreditStep::percent))
                .bind("cap", credits.capPercent())
                .bind("yearCap", limits.yearCapPercent())
                .bind("minRequests", limits.minRequests())
                .execute();
    }

    private static Object[] texts(CreditSchedule credits, Function<CreditStep, BigDecimal> part) {
        return credits.steps().stream()
                .map(step -> part.apply(step).toPlainString())
                .toArray();
    }
}
