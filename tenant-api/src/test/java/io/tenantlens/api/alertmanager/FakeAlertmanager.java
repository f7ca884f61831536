package io.tenantlens.api.alertmanager;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.tenantlens.api.testing.TestConfigs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Answers as Alertmanager 0.25 does, with what a test told it to hold, and remembers what it was asked to change. */
public final class FakeAlertmanager implements AutoCloseable {

    private final HttpServer server;
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<String> changes = new ConcurrentLinkedQueue<>();

    public FakeAlertmanager() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
        hold("[]");
        startedAt(Instant.EPOCH);
        answers.put("/api/v2/silences", "[]");
    }

    /** Alerts as its API tells them. */
    public void hold(String alerts) {
        answers.put("/api/v2/alerts", alerts);
    }

    public void startedAt(Instant at) {
        answers.put("/api/v2/status", "{\"uptime\":\"" + at + "\"}");
    }

    public void silences(String silences) {
        answers.put("/api/v2/silences", silences);
    }

    /** What it was asked to change: method, path and content. */
    public List<String> changes() {
        return List.copyOf(changes);
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public Alertmanager client() {
        return new Alertmanager(TestConfigs.with(
                AlertmanagerConfig.class,
                Map.of("tenantlens.alertmanager.url", url(), "tenantlens.alertmanager.timeout", "2s")));
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            var content = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var answer = answers.getOrDefault(path, "");
            if (!exchange.getRequestMethod().equals("GET")) {
                changes.add((exchange.getRequestMethod() + " " + path + " " + content).strip());
                answer = "{\"silenceID\":\"5f0d4a3e-0000-4000-8000-000000000001\"}";
            }
            var bytes = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }
}
