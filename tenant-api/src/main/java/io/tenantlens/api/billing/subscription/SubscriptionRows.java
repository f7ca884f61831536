package io.tenantlens.api.billing.subscription;

import io.tenantlens.cost.tenant.TenantId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Subscriptions in the database. */
public final class SubscriptionRows {

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
                        WHERE tenant_id = ANY (:tenants) ORDER BY tenant_id, effective_on, change_id""")
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
                        VALUES (:tenant, :on, :kind, :state, :plan)""")
                .bind("tenant", tenant.value())
                .bind("on", change.effectiveOn())
                .bind("kind", lower(change.kind()))
                .bind("state", lower(change.state()))
                .bind("plan", change.plan())
                .execute();
    }

    static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
