package io.tenantlens.api.billing.subscription;

import io.tenantlens.cost.money.Currency;
import io.tenantlens.cost.tenant.TenantId;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Subscriptions in the database. */
public final class SubscriptionRows {

    private static final String FOLLOW = """
        UPDATE tenants t SET plan = c.plan, status = c.status, churned_on = c.churned_on, updated_at = now()
        FROM (SELECT DISTINCT ON (s.tenant_id) s.tenant_id, s.plan,
                  CASE s.state WHEN 'cancelled' THEN 'churned' ELSE 'active' END AS status,
                  CASE s.state WHEN 'cancelled' THEN s.effective_on END AS churned_on
              FROM subscription_changes s JOIN tenants n USING (tenant_id)
              WHERE s.effective_on <= (:now AT TIME ZONE n.time_zone)::date
              ORDER BY s.tenant_id, s.effective_on DESC, s.change_id DESC) c
        WHERE c.tenant_id = t.tenant_id AND (t.plan, t.status) IS DISTINCT FROM (c.plan, c.status)\
        """;

    private final Handle handle;

    public SubscriptionRows(Handle handle) {
        this.handle = handle;
    }

    public SubscriptionHistory of(TenantId tenant) {
        return of(List.of(tenant)).getOrDefault(tenant, SubscriptionHistory.NONE);
    }

    /** The histories of many tenants in one query; a tenant without any is left out. */
    public Map<TenantId, SubscriptionHistory> of(Collection<TenantId> tenants) {
        var changes = new HashMap<TenantId, List<SubscriptionChange>>();
        handle.createQuery("""
            SELECT tenant_id, effective_on, kind, state, plan FROM subscription_changes
            WHERE tenant_id = ANY (:tenants) ORDER BY tenant_id, effective_on, change_id\
            """)
                .bind("tenants", tenants.stream().map(TenantId::value).toArray(String[]::new))
                .map((row, _) -> changes.computeIfAbsent(
                                new TenantId(row.getString("tenant_id")), _ -> new ArrayList<>())
                        .add(new SubscriptionChange(
                                row.getObject("effective_on", LocalDate.class),
                                ChangeKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                                SubscriptionState.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                                row.getString("plan"))))
                .list();
        var histories = new HashMap<TenantId, SubscriptionHistory>();
        changes.forEach((tenant, list) -> histories.put(tenant, new SubscriptionHistory(list)));
        return histories;
    }

    void add(TenantId tenant, SubscriptionChange change) {
        handle.createUpdate("""
            INSERT INTO subscription_changes (tenant_id, effective_on, kind, state, plan)
            VALUES (:tenant, :on, :kind, :state, :plan)\
            """)
                .bind("tenant", tenant.value())
                .bind("on", change.effectiveOn())
                .bind("kind", lower(change.kind()))
                .bind("state", lower(change.state()))
                .bind("plan", change.plan())
                .execute();
    }

    /** Locks the tenant until the end of the transaction, so that two changes at once don't miss each other. */
    Optional<SubscribedTenant> locked(TenantId tenant) {
        return handle.createQuery("SELECT currency, time_zone FROM tenants WHERE tenant_id = :tenant FOR UPDATE")
                .bind("tenant", tenant.value())
                .map((row, _) -> new SubscribedTenant(
                        Currency.of(row.getString("currency")), ZoneId.of(row.getString("time_zone")), settled(tenant)))
                .findOne();
    }

    /** The last month whose invoice is issued, or drafted in a run that is approved. */
    private @Nullable YearMonth settled(TenantId tenant) {
        return handle.createQuery("""
            SELECT max(i.month) FROM invoices i LEFT JOIN invoice_runs r USING (run_id)
            WHERE i.tenant_id = :tenant AND i.kind = 'invoice'
                AND (i.status IN ('issued', 'paid') OR (i.status = 'draft' AND r.state = 'approved'))\
            """)
                .bind("tenant", tenant.value())
                .mapTo(LocalDate.class)
                .findOne()
                .map(YearMonth::from)
                .orElse(null);
    }

    /** Previews of the month of the day and of later ones draft this tenant again. */
    void computeAgain(TenantId tenant, LocalDate from) {
        handle.createUpdate("""
            UPDATE invoice_run_tenants t SET state = 'pending', reason = NULL
            FROM invoice_runs r
            WHERE r.run_id = t.run_id AND r.state = 'preview' AND r.month >= :month
                AND t.tenant_id = :tenant AND t.state <> 'pending'\
            """)
                .bind("month", from.withDayOfMonth(1))
                .bind("tenant", tenant.value())
                .execute();
    }

    /** The register says of the tenant what its subscription says on its day of now. */
    void follow(TenantId tenant, OffsetDateTime now) {
        handle.createUpdate(FOLLOW + " AND t.tenant_id = :tenant")
                .bind("now", now)
                .bind("tenant", tenant.value())
                .execute();
    }

    void followAll(OffsetDateTime now) {
        handle.createUpdate(FOLLOW).bind("now", now).execute();
    }

    static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
