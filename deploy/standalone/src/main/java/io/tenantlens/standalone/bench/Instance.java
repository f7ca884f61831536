package io.tenantlens.standalone.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.tenantlens.standalone.launcher.Failure;
import io.tenantlens.standalone.launcher.KeycloakServer;
import io.tenantlens.standalone.launcher.RunState;
import io.tenantlens.standalone.remotewrite.ClientCredentials;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;

/** The running instance as a client sees it, and what its processes use. */
record Instance(RunState state) {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    URI portal(String path) {
        return URI.create(state.url() + path);
    }

    ClientCredentials ingestToken() {
        return ClientCredentials.ofClient(tokenUrl(), "ingest", KeycloakServer.INGEST_SECRET);
    }

    ClientCredentials tokenOf(String demoUser) {
        return ClientCredentials.ofDemoUser(tokenUrl(), demoUser);
    }

    /** Of the portal and of its PostgreSQL together: what the work costs, whoever does it. */
    ProcessUse use() {
        return portalUse().plus(ProcessUse.of(service("PostgreSQL").pid()));
    }

    ProcessUse portalUse() {
        return ProcessUse.of(service("Portal").pid());
    }

    /** Registers the tenants of a benchmark in a zone without surprises. */
    void register(Iterable<String> tenants) {
        var json = new StringBuilder();
        for (var tenant : tenants) {
            json.append(json.isEmpty() ? "[" : ",").append("""
                    {"tenant":"%1$s","name":"%1$s","tier":"starter","hosting":"shared","plan":"starter",\
                    "currency":"BDT","locale":"en-BD","timeZone":"Asia/Dhaka","signedUpOn":"2026-01-01","status":"active"}""".formatted(tenant));
        }
        var answer = send(HttpRequest.newBuilder(portal("/api/v1/tenants"))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + tokenOf("nasrin").get())
                .POST(BodyPublishers.ofString(json + "]")));
        if (answer.statusCode() / 100 != 2) {
            throw new Failure("could not register the tenants of the benchmark: " + answer.body());
        }
    }

    /** All tenants by slug, as staff see them. */
    List<String> tenants() {
        var answer = send(HttpRequest.newBuilder(portal("/api/v1/tenants"))
                .header("Authorization", "Bearer " + tokenOf("nasrin").get()));
        try {
            return new ObjectMapper().readTree(answer.body()).findValuesAsText("tenant");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How far the roll-ups are behind what was acknowledged, as the portal itself says. */
    double lagSeconds() {
        var url = URI.create("http://127.0.0.1:" + service("Management").port() + "/metrics");
        return send(HttpRequest.newBuilder(url))
                .body()
                .lines()
                .filter(line -> line.startsWith("tenantlens_rollup_lag_seconds"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .max()
                .orElseThrow(() -> new Failure("the portal does not tell its lag at " + url));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private URI tokenUrl() {
        return URI.create(
                "http://localhost:" + service("Keycloak").port() + "/realms/tenantlens/protocol/openid-connect/token");
    }

    private RunState.Entry service(String name) {
        return state.service(name).orElseThrow(() -> new Failure(name + " does not run; see ./tenantlens status"));
    }
}
