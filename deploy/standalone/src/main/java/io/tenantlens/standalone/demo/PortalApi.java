package io.tenantlens.standalone.demo;

import io.tenantlens.standalone.remotewrite.ClientCredentials;
import io.tenantlens.standalone.remotewrite.RemoteWriteClient;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.function.Supplier;

/** The portal's public interfaces, as any platform would use them. */
final class PortalApi {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int ATTEMPTS = 20;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI portal;
    private final Supplier<String> serviceToken;
    private final Supplier<String> adminToken;
    private final Supplier<String> financeToken;
    private final RemoteWriteClient writer;

    PortalApi(URI portal, URI tokenUrl, String ingestSecret) {
        this.portal = portal;
        this.serviceToken = ClientCredentials.ofClient(tokenUrl, "ingest", ingestSecret);
        this.adminToken = ClientCredentials.ofDemoUser(tokenUrl, "nasrin");
        this.financeToken = ClientCredentials.ofDemoUser(tokenUrl, "farida");
        this.writer = new RemoteWriteClient(portal.resolve("/api/v1/write"), serviceToken);
    }

    void registerTenants(String json) throws IOException, InterruptedException {
        post("/api/v1/tenants", "application/json", json, adminToken);
    }

    void sendEvents(String json) throws IOException, InterruptedException {
        post("/api/v1/events", "application/cloudevents-batch+json", json, serviceToken);
    }

    /** The newest invoice runs as JSON. */
    String invoiceRuns() throws IOException, InterruptedException {
        return send(
                "/api/v1/invoice-runs",
                () -> request("/api/v1/invoice-runs", financeToken).GET());
    }

    /** A step of an invoice run; answers the run as JSON. */
    String invoiceRun(String path, String json) throws IOException, InterruptedException {
        return post("/api/v1/invoice-runs" + path, "application/json", json, financeToken);
    }

    /** Sends until it is acknowledged: an overloaded portal says when to come again. */
    void write(byte[] compressed) throws IOException, InterruptedException {
        for (var attempt = 1; ; attempt++) {
            var answer = writer.send(compressed);
            if (answer.statusCode() / 100 == 2) {
                return;
            }
            giveUpOrWait(attempt, "/api/v1/write", answer.statusCode(), answer.body());
        }
    }

    private String post(String path, String type, String body, Supplier<String> token)
            throws IOException, InterruptedException {
        return send(
                path, () -> request(path, token).header("Content-Type", type).POST(BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path, Supplier<String> token) {
        return HttpRequest.newBuilder(portal.resolve(path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token.get());
    }

    private String send(String path, Supplier<HttpRequest.Builder> request) throws IOException, InterruptedException {
        for (var attempt = 1; ; attempt++) {
            var answer = http.send(request.get().build(), BodyHandlers.ofString());
            if (answer.statusCode() / 100 == 2) {
                return answer.body();
            }
            giveUpOrWait(attempt, path, answer.statusCode(), answer.body());
        }
    }

    private static void giveUpOrWait(int attempt, String path, int status, String answer)
            throws IOException, InterruptedException {
        var passing = status == 429 || status == 503 || status == 502 || status == 504;
        if (!passing || attempt == ATTEMPTS) {
            throw new IOException(path + " answered " + status + ": "
                    + answer.lines().findFirst().orElse(""));
        }
        Thread.sleep(500L * Math.min(attempt, 6));
    }
}
