package io.tenantlens.standalone.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** {@code /metrics} of the platform with the series of all its shops, for a Prometheus to scrape. */
final class MetricsEndpoint implements AutoCloseable {

    private final HttpServer server;
    private final Supplier<List<LiveShop>> shops;

    MetricsEndpoint(int port, Supplier<List<LiveShop>> shops) throws IOException {
        this.shops = shops;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/metrics", this::answer);
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = text(shops.get()).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/plain; version=0.0.4; charset=utf-8");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    /** The text format wants the lines of a metric together. */
    static String text(List<LiveShop> shops) {
        var byMetric = new TreeMap<String, StringBuilder>();
        for (var shop : shops) {
            for (var series : shop.series()) {
                byMetric.computeIfAbsent(series.metric(), _ -> new StringBuilder())
                        .append(series.exposition())
                        .append(series.value().applyAsDouble(shop.now()))
                        .append('\n');
            }
        }
        var text = new StringBuilder();
        byMetric.forEach((metric, lines) -> text.append(type(metric)).append(lines));
        return text.toString();
    }

    private static String type(String metric) {
        var type = Map.of("_total", "counter", "_bucket", "", "_sum", "", "_count", "").entrySet().stream()
                .filter(suffix -> metric.endsWith(suffix.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("gauge");
        return type.isEmpty() ? "" : "# TYPE " + metric + " " + type + "\n";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
