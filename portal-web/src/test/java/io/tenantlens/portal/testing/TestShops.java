package io.tenantlens.portal.testing;

import io.tenantlens.api.testing.TestPostgres;
import org.jdbi.v3.core.Handle;

/**
 * The fixture tenants in October 2026: acorn uses something every day but the 5th, birch nothing, cedar has a
 * dedicated database. Written to the roll-ups as the fold would, since pages read nothing else.
 */
public final class TestShops {

    private TestShops() {}

    public static void open() {
        TestPostgres.shared().as("tenantlens_staff").useHandle(handle -> {
            signUp(handle, "acorn", "Acorn Books", "growth", "shared", "en-BD");
            signUp(handle, "birch", "Birch <Tea>", "starter", "shared", "bn-BD");
            signUp(handle, "cedar", "Cedar Fish", "enterprise", "dedicated", "en-BD");
        });
        TestPostgres.shared().as("tenantlens_worker").useTransaction(handle -> {
            for (var table : new String[] {"usage_hour", "usage_day", "histogram_hour", "histogram_day"}) {
                handle.execute("SELECT ensure_month_partitions(?, '2026-08-01', '2026-11-30')", table);
            }
            handle.execute("DELETE FROM usage_day WHERE tenant_id = 'acorn'");
            handle.execute("DELETE FROM usage_hour WHERE tenant_id = 'acorn'");
            days(handle);
            hours(handle);
        });
    }

    private static void signUp(Handle handle, String slug, String name, String tier, String hosting, String locale) {
        handle.execute(
                "INSERT INTO tenants (tenant_id, name, tier, hosting, plan, locale, signed_up_on)"
                        + " VALUES (?, ?, ?, ?, ?, ?, '2026-01-01') ON CONFLICT DO NOTHING",
                slug,
                name,
                tier,
                hosting,
                tier,
                locale);
    }

    /** 1,000 good and 10 failed requests a day, 40 orders. */
    private static void days(Handle handle) {
        handle.execute("""
                INSERT INTO usage_day (tenant_id, meter, day, dimensions, quantity)
                SELECT 'acorn', meter, day, dimensions::jsonb, quantity
                FROM generate_series(date '2026-09-01', date '2026-10-20', interval '1 day') AS day,
                     (VALUES ('requests', '{"endpoint": "/orders", "method": "GET", "status": "200"}', 1000),
                             ('requests', '{"endpoint": "/orders", "method": "POST", "status": "503"}', 10),
                             ('orders', '{"status": "completed"}', 40)) AS used (meter, dimensions, quantity)
                WHERE day <> date '2026-10-05'""");
    }

    private static void hours(Handle handle) {
        handle.execute("""
                INSERT INTO usage_hour (tenant_id, meter, hour_start, dimensions, quantity)
                SELECT 'acorn', 'requests', hour, '{"endpoint": "/orders", "method": "GET", "status": "200"}', 50
                FROM generate_series(timestamptz '2026-10-18 18:00Z', timestamptz '2026-10-20 06:00Z', interval '1 hour') AS hour""");
    }
}
