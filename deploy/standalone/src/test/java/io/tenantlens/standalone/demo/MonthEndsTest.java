package io.tenantlens.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MonthEndsTest {

    /** Mid-August until 20 October 2026 in Dhaka. */
    private static final World WORLD = new World(
            1,
            24,
            Instant.parse("2026-08-14T18:00:00Z"),
            Instant.parse("2026-08-14T18:00:00Z"),
            Instant.parse("2026-10-20T06:00:00Z"));

    private static final Instant NOW = Instant.parse("2026-10-20T06:30:00Z");

    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());

    private HttpServer server;
    private MonthEnds monthEnds;
    private String known = "[]";
    private int failed;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/token", exchange -> answer(exchange, "{\"access_token\":\"t\",\"expires_in\":600}"));
        server.createContext("/api/v1/invoice-runs", this::run);
        server.start();
        var portal = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        monthEnds = new MonthEnds(new PortalApi(portal, portal.resolve("/token"), "secret"));
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void pastMonths_areRunApprovedAndIssuedTheOldestFirst() throws Exception {
        assertThat(monthEnds.close(WORLD, NOW)).isEqualTo(2);

        assertThat(asked)
                .containsExactly(
                        " {\"month\":\"2026-08\"}",
                        "/7/approve {}",
                        "/7/issue {}",
                        " {\"month\":\"2026-09\"}",
                        "/7/approve {}",
                        "/7/issue {}");
    }

    @Test
    void issuedMonth_staysAsItIs() throws Exception {
        known = "[{\"month\":\"2026-09\",\"state\":\"issued\"},{\"month\":\"2026-08\",\"state\":\"issued\"}]";

        assertThat(monthEnds.close(WORLD, NOW)).isZero();
        assertThat(asked).isEmpty();
    }

    @Test
    void monthWithExceptions_isLeftAsAPreviewAndLaterOnesWait() throws Exception {
        failed = 3;

        assertThat(monthEnds.close(WORLD, NOW)).isZero();
        assertThat(asked).containsExactly(" {\"month\":\"2026-08\"}");
    }

    private void run(HttpExchange exchange) throws IOException {
        if (exchange.getRequestMethod().equals("GET")) {
            answer(exchange, known);
            return;
        }
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        asked.add(exchange.getRequestURI().getPath().substring("/api/v1/invoice-runs".length()) + " " + body);
        answer(exchange, "{\"id\":\"7\",\"state\":\"preview\",\"tenants\":{\"failed\":" + failed + "}}");
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        var body = json.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, body.length);
        try (var out = exchange.getResponseBody()) {
            out.write(body);
        }
    }
}
