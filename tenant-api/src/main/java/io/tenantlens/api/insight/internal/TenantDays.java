package io.tenantlens.api.insight.internal;

import org.jdbi.v3.core.Handle;

/** Reads days of tenants out of their roll-ups into {@code tenant_days} and {@code tenant_features}. Repeating it changes nothing. */
final class TenantDays {

    private static final int CHANGED_AT_ONCE = 5_000;

    /** One look-up per tenant, day and meter by the key of usage_day, and no write where nothing changed. */
    private static final String STORE = """
        , noted AS (
            INSERT INTO tenant_features AS known (tenant_id, feature, first_used_on, last_used_on)
            SELECT wanted.tenant_id, used.feature, min(wanted.day), max(wanted.day)
            FROM wanted CROSS JOIN LATERAL (
                SELECT DISTINCT dimensions ->> 'feature' AS feature FROM usage_day u
                WHERE u.tenant_id = wanted.tenant_id AND u.day = wanted.day AND u.meter = 'feature_usage'
                    AND u.quantity > 0 AND u.dimensions ->> 'feature' <> '') used
            GROUP BY wanted.tenant_id, used.feature
            ON CONFLICT (tenant_id, feature) DO UPDATE
            SET first_used_on = least(known.first_used_on, excluded.first_used_on),
                last_used_on = greatest(known.last_used_on, excluded.last_used_on)
            WHERE known.first_used_on > excluded.first_used_on OR known.last_used_on < excluded.last_used_on)
        INSERT INTO tenant_days AS known (tenant_id, day, orders, revenue, carts_created)
        SELECT wanted.tenant_id, wanted.day, found.* FROM wanted CROSS JOIN LATERAL (
            SELECT sum(quantity) FILTER (WHERE meter = 'orders' AND dimensions ->> 'status' = 'completed'),
                   sum(quantity) FILTER (WHERE meter = 'revenue'),
                   sum(quantity) FILTER (WHERE meter = 'carts_created')
            FROM usage_day u
            WHERE u.tenant_id = wanted.tenant_id AND u.day = wanted.day AND u.meter = ANY (ARRAY['orders', 'revenue', 'carts_created'])
            HAVING count(*) > 0) found
        ON CONFLICT (tenant_id, day) DO UPDATE
        SET (orders, revenue, carts_created) = (excluded.orders, excluded.revenue, excluded.carts_created)
        WHERE known IS DISTINCT FROM excluded\
        """;

    private final Handle handle;

    TenantDays(Handle handle) {
        this.handle = handle;
    }

    /** The days that may still grow, in any zone: today and the two days before by UTC, and tomorrow. */
    int readRecent() {
        return handle.execute("WITH wanted AS (SELECT tenant_id, current_date + ahead AS day FROM tenants,"
                + " unnest(ARRAY[-2, -1, 0, 1]) AS ahead WHERE tenant_id <> '_platform') " + STORE);
    }

    /** Days further back that changed after all. Answers how many were looked at; fewer than a batch means no more wait. */
    int readChanged() {
        var changed = handle.createQuery("""
            DELETE FROM changed_days WHERE ctid IN (
                SELECT ctid FROM changed_days LIMIT :most FOR UPDATE SKIP LOCKED)
            RETURNING tenant_id, day::text\
            """)
                .bind("most", CHANGED_AT_ONCE)
                .map((row, _) -> new String[] {row.getString(1), row.getString(2)})
                .list();
        if (!changed.isEmpty()) {
            handle.createUpdate("WITH wanted AS (SELECT * FROM unnest(:tenants, :days::date[]) AS c (tenant_id, day)) "
                            + STORE)
                    .bind("tenants", changed.stream().map(row -> row[0]).toArray(String[]::new))
                    .bind("days", changed.stream().map(row -> row[1]).toArray(String[]::new))
                    .execute();
        }
        return changed.size();
    }

    static boolean more(int looked) {
        return looked == CHANGED_AT_ONCE;
    }
}
