package io.tenantlens.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tenantlens.standalone.remotewrite.ClientCredentials;
import io.tenantlens.standalone.remotewrite.RemoteWriteClient;
import io.tenantlens.standalone.remotewrite.WriteRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The public interfaces of the running product, used as scripts use them. */
final class Api {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Stack.Running stack;
    private final ClientCredentials ingest;

    Api(Stack.Running stack) {
        this.stack = stack;
        ingest = ClientCredentials.ofClient(stack.tokenUrl(), "ingest", "demo");
    }

    void register(String... tenants) {
        var shops = List.of(tenants).stream()
                .map(tenant -> """
                        {"tenant":"%s","name":"%s","tier":"growth","hosting":"shared","plan":"growth",
                        "currency":"BDT","locale":"en-BD","timeZone":"Asia/Dhaka","signedUpOn":"2026-01-01","status":"active"}""".formatted(tenant, tenant))
                .toList();
        var answer = send(HttpRequest.newBuilder(stack.portal("/api/v1/tenants"))
                .header("Authorization", "Bearer " + tokenOf("nasrin"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(shops.toString())));
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException("registering answered " + answer.statusCode() + ": " + answer.body());
        }
    }

    /** A counter's readings, a second apart, the last one now. */
    HttpResponse<String> count(String tenant, String metric, Map<String, String> labels, double... readings) {
        var last = Instant.now().toEpochMilli();
        var times = new long[readings.length];
        for (var i = 0; i < readings.length; i++) {
            times[i] = last - (readings.length - 1L - i) * 1_000;
        }
        return write(tenant, metric, labels, times, readings);
    }

    HttpResponse<String> write(
            String tenant, String metric, Map<String, String> labels, long[] timestampMillis, double[] values) {
        var all = new TreeMap<>(labels);
        all.put("__name__", metric);
        all.put("tenant_id", tenant);
        var body = new WriteRequest()
                .series(WriteRequest.labels(all), timestampMillis, values)
                .compress();
        try {
            return new RemoteWriteClient(stack.portal("/api/v1/write"), ingest).send(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    HttpResponse<String> get(String path, String user) {
        return send(HttpRequest.newBuilder(stack.portal(path)).header("Authorization", "Bearer " + tokenOf(user)));
    }

    JsonNode read(String path, String user) {
        var answer = get(path, user);
        try {
            return new ObjectMapper().readTree(answer.body());
        } catch (IOException e) {
            throw new IllegalStateException(path + " answered " + answer.body(), e);
        }
    }

    private String tokenOf(String user) {
        return ClientCredentials.ofDemoUser(stack.tokenUrl(), user).get();
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
