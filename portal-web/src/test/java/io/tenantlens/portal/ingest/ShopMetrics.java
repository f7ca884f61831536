package io.tenantlens.portal.ingest;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** A shop with one counter, on a page for Prometheus to scrape. */
final class ShopMetrics implements AutoCloseable {

    private final HttpServer server;
    private final String series;
    private final AtomicInteger value = new AtomicInteger();
    private volatile int lastScraped = -1;

    ShopMetrics(String series, int initial) throws IOException {
        this.series = series;
        value.set(initial);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/metrics", exchange -> {
            int now = value.get();
            var page = "# TYPE orders_total counter\n%s %d\n".formatted(this.series, now);
            exchange.getResponseHeaders().set("Content-Type", "text/plain; version=0.0.4");
            exchange.sendResponseHeaders(200, page.length());
            try (var body = exchange.getResponseBody()) {
                body.write(page.getBytes(StandardCharsets.UTF_8));
            }
            lastScraped = now;
        });
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    void set(int now) {
        value.set(now);
    }

    /** Whether Prometheus has seen this value. */
    boolean wasScraped(int wanted) {
        return lastScraped == wanted;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
