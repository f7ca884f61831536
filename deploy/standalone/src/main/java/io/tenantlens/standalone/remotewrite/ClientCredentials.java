package io.tenantlens.standalone.remotewrite;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** An access token of an OAuth 2 token endpoint, asked for again shortly before it expires. Thread-safe. */
public final class ClientCredentials implements Supplier<String> {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration MARGIN = Duration.ofSeconds(30);

    private final URI tokenUrl;
    private final String form;
    private String token = "";
    private Instant validUntil = Instant.MIN;

    private ClientCredentials(URI tokenUrl, Map<String, String> form) {
        this.tokenUrl = tokenUrl;
        this.form = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    public static ClientCredentials ofClient(URI tokenUrl, String client, String secret) {
        return new ClientCredentials(
                tokenUrl, Map.of("grant_type", "client_credentials", "client_id", client, "client_secret", secret));
    }

    /** A person's token by the direct grant that the demo realm allows its command-line client. */
    public static ClientCredentials ofDemoUser(URI tokenUrl, String user) {
        return new ClientCredentials(
                tokenUrl, Map.of("grant_type", "password", "client_id", "cli", "username", user, "password", "demo"));
    }

    @Override
    public synchronized String get() {
        if (Instant.now().isAfter(validUntil)) {
            ask();
        }
        return token;
    }

    private void ask() {
        var request = HttpRequest.newBuilder(tokenUrl)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        try (var http = HttpClient.newHttpClient()) {
            var response = http.send(request, BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IOException(tokenUrl + " answered " + response.statusCode());
            }
            var json = JSON.readTree(response.body());
            token = json.required("access_token").asText();
            validUntil = Instant.now()
                    .plusSeconds(json.path("expires_in").asLong(60))
                    .minus(MARGIN);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
