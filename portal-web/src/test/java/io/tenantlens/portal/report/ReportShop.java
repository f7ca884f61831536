package io.tenantlens.portal.report;

import io.tenantlens.api.histogram.ClassicHistogram;
import io.tenantlens.api.testing.TestPostgres;
import io.tenantlens.cost.tenant.TenantId;
import io.tenantlens.sla.reading.SlaStore;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/** A shop with a September that has everything: a bad day, one without data, slow endpoints, maintenance. */
final class ReportShop {

    static final TenantId SHOP = new TenantId("reported");

    private static final double[] BOUNDS = {0.05, 0.1, 0.25, 0.5, 1, 2.5, Double.POSITIVE_INFINITY};
    private static final List<String> ENDPOINTS = List.of(
            "/products", "/products/{id}", "/search", "/cart", "/checkout", "/orders", "/orders/{id}", "/payments");

    private ReportShop() {}

    static void open() {
        TestPostgres.shared()
                .as("tenantlens_staff")
                .useHandle(handle -> handle.execute(
                        "INSERT INTO tenants (tenant_id, name, tier, hosting, plan, locale, signed_up_on)"
                                + " VALUES (?, 'Bookshop ঢাকা', 'growth', 'shared', 'growth', 'en-BD', '2026-01-01')"
                                + " ON CONFLICT DO NOTHING",
                        SHOP.value()));
        var worker = TestPostgres.shared().as("tenantlens_worker");
        worker.useHandle(handle -> {
            handle.execute("DELETE FROM usage_day WHERE tenant_id = ?", SHOP.value());
            handle.execute("DELETE FROM histogram_day WHERE tenant_id = ?", SHOP.value());
        });
        var store = new SlaStore(worker);
        for (var month : List.of(YearMonth.of(2026, 8), YearMonth.of(2026, 9))) {
            store.ensureMonth(month);
            month.atDay(1).datesUntil(month.plusMonths(1).atDay(1)).forEach(day -> store(store, day));
        }
    }

    /** Other tests count the shops. */
    static void close() {
        TestPostgres.shared().asSuperuser().useTransaction(handle -> {
            handle.execute("SET LOCAL session_replication_role = replica");
            for (var table : List.of("usage_day", "request_day", "histogram_day", "sla_incidents", "tenants")) {
                handle.execute("DELETE FROM " + table + " WHERE tenant_id = ?", SHOP.value());
            }
        });
    }

    static void publishIncident() {
        TestPostgres.shared().asSuperuser().useHandle(handle -> handle.execute("""
            INSERT INTO sla_incidents
                (tenant_id, kind, starts_at, ends_at, affected, total, derived_at, note, published_at)
            VALUES (?, 'budget', '2026-09-22 04:00Z', '2026-09-22 06:00Z', 330, 2000, now(),
                    'The payment provider was away.', now())
            ON CONFLICT DO NOTHING\
            """, SHOP.value()));
    }

    private static void store(SlaStore store, LocalDate day) {
        if (day.equals(LocalDate.of(2026, 9, 13))) {
            return;
        }
        int busy = 4_000 + 900 * day.getDayOfWeek().getValue();
        store.requests(SHOP, day, "/products", "200", busy);
        store.requests(SHOP, day, "/checkout", "503", day.getDayOfMonth() == 22 ? 330 : day.getDayOfMonth() % 4);
        store.meter(SHOP, "orders", day, "{\"status\": \"completed\"}", String.valueOf(busy / 40));
        store.meter(SHOP, "storage", day, "{\"type\": \"images\"}", String.valueOf(24L * 40_000_000_000L));
        store.meter(SHOP, "bandwidth", day, "{\"direction\": \"out\"}", String.valueOf(busy * 250_000L));
        store.meter(SHOP, "revenue", day, "{}", busy * 13 + ".50");
        for (int i = 0; i < ENDPOINTS.size(); i++) {
            store.latency(SHOP, day, ENDPOINTS.get(i), histogram(busy / (i + 2), day.getDayOfMonth() == 22 ? 9 : i));
        }
    }

    private static ClassicHistogram histogram(int requests, int slow) {
        var counts = new double[] {
            requests * 0.5, requests * 0.3, requests * 0.15, requests * 0.04, slow * 3, slow * 2, slow / 4.0
        };
        double seconds = requests * 0.09 + slow * 6;
        for (int i = 0; i < counts.length; i++) {
            counts[i] = Math.floor(counts[i]);
        }
        return ClassicHistogram.of(BOUNDS, counts, seconds);
    }
}
