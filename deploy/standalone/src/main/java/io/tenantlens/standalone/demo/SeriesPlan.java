package io.tenantlens.standalone.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/** The series that the platform exports for a shop: every metric of the catalogue, few series of each. */
final class SeriesPlan {

    private static final double[] REQUEST_BOUNDS = {0.05, 0.1, 0.25, 0.5, 1, 2.5};
    private static final double[] QUERY_BOUNDS = {0.005, 0.025, 0.1, 0.5, 2};
    private static final double GIBIBYTE = 1L << 30;

    private final DemoTenant tenant;
    private final List<DemoSeries> series = new ArrayList<>();

    /** A loss-making shop stores and computes this many times as much for the same visits. */
    private final double waste;

    private SeriesPlan(DemoTenant tenant) {
        this.tenant = tenant;
        this.waste = tenant.kind() == Kind.LOSS_MAKING ? 9 : 1;
    }

    static List<DemoSeries> of(DemoTenant tenant) {
        var plan = new SeriesPlan(tenant);
        plan.requests();
        plan.shop();
        plan.money();
        plan.storage();
        plan.database();
        plan.externalCalls();
        plan.machine();
        return List.copyOf(plan.series);
    }

    private void requests() {
        count(
                "http_requests_total",
                m -> 0.80 * (m.visits() - m.failed()),
                "endpoint",
                "/products",
                "method",
                "GET",
                "status",
                "200");
        count("http_requests_total", m -> 0.80 * m.failed(), "endpoint", "/products", "method", "GET", "status", "500");
        count(
                "http_requests_total",
                m -> 0.20 * (m.visits() - m.failed()),
                "endpoint",
                "/checkout",
                "method",
                "POST",
                "status",
                "200");
        count(
                "http_requests_total",
                m -> 0.20 * m.failed(),
                "endpoint",
                "/checkout",
                "method",
                "POST",
                "status",
                "500");
        histogram(
                "http_request_duration_seconds",
                REQUEST_BOUNDS,
                new Latency(0.045, 1.1, 0.80),
                "endpoint",
                "/products");
        histogram(
                "http_request_duration_seconds", REQUEST_BOUNDS, new Latency(0.12, 0.9, 0.20), "endpoint", "/checkout");
        count("errors_total", Moment::failed);
        gauge("active_users", m -> Math.floor(m.visitsPerHour() / 9));
        gauge("probe_success", m -> m.visitsPerHour() > 0 || tenant.kind() == Kind.IDLE ? 1 : 0);
    }

    private void shop() {
        gauge("products_count", m -> Math.floor(120 + tenant.visitsPerHour() / 2 + m.days() / 3), "status", "active");
        gauge("products_count", m -> Math.floor(10 + m.days() / 40), "status", "draft");
        count("product_views_total", m -> 0.55 * m.visits());
        count("product_searches_total", m -> 0.18 * m.visits());
        count("carts_created_total", m -> 2.8 * m.orders());
        count("carts_abandoned_total", m -> 1.8 * m.orders());
        count("feature_usage_total", m -> 0.03 * m.visits(), "feature", "coupons");
        count("feature_usage_total", m -> 0.004 * m.visits(), "feature", "reports");
        count("emails_sent_total", m -> 1.9 * m.orders());
        count("sms_sent_total", m -> 1.1 * m.orders());
    }

    private void money() {
        count("orders_total", Moment::completed, "status", "completed");
        count("orders_failed_total", Moment::declined);
        count("payment_attempts_total", m -> 0.7 * m.orders(), "provider", "bkash");
        count("payment_attempts_total", m -> 0.3 * m.orders(), "provider", "nagad");
        count("payment_failures_total", m -> 0.7 * m.declined(), "provider", "bkash");
        count("payment_failures_total", m -> 0.3 * m.declined(), "provider", "nagad");
        var basket = tenant.kind() == Kind.LOSS_MAKING ? 240 : 780;
        count("revenue_bdt_total", m -> basket * m.completed());
    }

    private void storage() {
        var size = waste * tenant.visitsPerHour() / 100;
        gauge("storage_usage_bytes", m -> Math.floor(GIBIBYTE * size * (2 + m.days() / 90)), "type", "images");
        gauge("storage_usage_bytes", m -> Math.floor(GIBIBYTE * size * (0.4 + m.days() / 300)), "type", "database");
        gauge("storage_usage_bytes", m -> Math.floor(GIBIBYTE * size * (0.5 + m.days() / 250)), "type", "backup");
        count("cdn_requests_total", m -> 6.5 * m.visits());
        count("bandwidth_usage_bytes_total", m -> 2_400 * m.visits(), "direction", "inbound");
        count("bandwidth_usage_bytes_total", m -> 61_000 * waste * m.visits(), "direction", "outbound");
    }

    private void database() {
        count("db_queries_total", m -> 3.1 * waste * m.visits(), "operation", "select", "table", "products");
        count("db_queries_total", m -> 1.4 * m.visits(), "operation", "select", "table", "orders");
        histogram("db_query_duration_seconds", QUERY_BOUNDS, new Latency(0.004, 1.2, 1.4), "table", "orders");
        gauge("db_connections_active", m -> Math.floor(2 + m.visitsPerHour() / 400));
        count("cache_hits_total", m -> 2.6 * m.visits());
        count("cache_miss_total", m -> 0.4 * m.visits());
        count("cache_evictions_total", m -> 0.05 * m.visits());
    }

    private void externalCalls() {
        count("external_api_calls_total", Moment::orders, "endpoint", "/charge", "provider", "bkash");
        histogram("external_api_duration_seconds", REQUEST_BOUNDS, new Latency(0.3, 0.6, 0.012), "provider", "bkash");
        count("external_api_errors_total", Moment::declined, "error_type", "declined", "provider", "bkash");
    }

    private void machine() {
        fraction("cpu_usage_seconds_total", m -> 0.021 * waste * m.visits(), "component", "api");
        fraction("cpu_usage_seconds_total", m -> 0.006 * waste * m.visits(), "component", "worker");
        gauge("memory_usage_bytes", m -> Math.floor((1 << 26) * (1 + m.visitsPerHour() / 500)), "component", "api");
        gauge("goroutines_count", m -> Math.floor(40 + m.visitsPerHour() / 12));
        count("disk_io_bytes_total", m -> 9_000 * waste * m.visits(), "operation", "read");
        count("disk_io_bytes_total", m -> 4_000 * waste * m.visits(), "operation", "write");
        count("network_io_bytes_total", m -> 3_000 * m.visits(), "direction", "receive");
        count("network_io_bytes_total", m -> 66_000 * waste * m.visits(), "direction", "transmit");
    }

    private void histogram(String metric, double[] bounds, Latency latency, String... labels) {
        for (var bound : bounds) {
            add(metric + "_bucket", m -> Math.floor(latency.within(bound, m)), with(labels, "le", number(bound)));
        }
        add(metric + "_bucket", m -> Math.floor(latency.count(m)), with(labels, "le", "+Inf"));
        add(metric + "_count", m -> Math.floor(latency.count(m)), labels);
        add(metric + "_sum", m -> Math.floor(latency.seconds(m) * 1000) / 1000, labels);
    }

    private void count(String metric, ToDoubleFunction<Moment> value, String... labels) {
        add(metric, m -> Math.floor(value.applyAsDouble(m)), labels);
    }

    private void fraction(String metric, ToDoubleFunction<Moment> value, String... labels) {
        add(metric, m -> Math.floor(value.applyAsDouble(m) * 100) / 100, labels);
    }

    private void gauge(String metric, ToDoubleFunction<Moment> value, String... labels) {
        add(metric, value, labels);
    }

    private void add(String metric, ToDoubleFunction<Moment> value, String... labels) {
        var all = new TreeMap<>(Map.of("tenant_id", tenant.slug()));
        for (var i = 0; i < labels.length; i += 2) {
            all.put(labels[i], labels[i + 1]);
        }
        series.add(new DemoSeries(metric, all, value));
    }

    private static String[] with(String[] labels, String name, String value) {
        var more = new ArrayList<>(List.of(labels));
        more.addAll(List.of(name, value));
        return more.toArray(String[]::new);
    }

    private static String number(double bound) {
        return bound == Math.rint(bound) ? String.valueOf((long) bound) : String.valueOf(bound);
    }
}
