package io.tenantlens.standalone.launcher;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands in for Slack and PagerDuty: takes what Alertmanager sends them and leaves it as files; nothing goes out. */
final class MessageCatcher implements AutoCloseable {

    static final String NAME = "Messages";
    static final String SLACK = "/slack";
    static final String PAGER_DUTY = "/pagerduty";

    private final Home home;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger kept = new AtomicInteger();

    MessageCatcher(Home home, int port) {
        this.home = home;
        try {
            this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new Failure("cannot listen on port " + port + ": " + e.getMessage(), e);
        }
    }

    void start() {
        server.setExecutor(threads);
        server.createContext(SLACK, exchange -> keep(exchange, "slack", 200, "ok"));
        server.createContext(PAGER_DUTY, exchange -> keep(exchange, "pagerduty", 202, "{\"status\":\"success\"}"));
        server.start();
    }

    private void keep(HttpExchange exchange, String receiver, int status, String answer) throws IOException {
        try (exchange) {
            Files.createDirectories(home.messages());
            var name = "%s-%d-%d.json".formatted(receiver, System.currentTimeMillis(), kept.getAndIncrement());
            Files.write(home.messages().resolve(name), exchange.getRequestBody().readAllBytes());
            var content = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, content.length);
            exchange.getResponseBody().write(content);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }
}
