package io.tenantlens.api.alertmanager;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tenantlens.api.alertmanager.Silence.Matcher;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** Asks Alertmanager over HTTP. */
@Singleton
public class Alertmanager {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final AlertmanagerConfig config;
    private final HttpClient http;

    @Inject
    Alertmanager(AlertmanagerConfig config) {
        this.config = config;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(config.timeout())
                .build();
    }

    public boolean isConfigured() {
        return config.url().filter(url -> !url.isBlank()).isPresent();
    }

    /** All alerts that it holds as on, those that it holds back included, as its API writes them. */
    public List<JsonNode> alerts() {
        return list(get("/api/v2/alerts?active=true&silenced=true&inhibited=true&unprocessed=true"));
    }

    /** When it was started: for a while after it knows only what Prometheus has repeated since. */
    public Instant startedAt() {
        return instant(get("/api/v2/status").path("uptime"));
    }

    /** Silences in force or to come, the next to end first. */
    public List<Silence> silences() {
        return list(get("/api/v2/silences")).stream()
                .filter(silence -> !silence.at("/status/state").asText().equals("expired"))
                .map(Alertmanager::silence)
                .sorted(Comparator.comparing(Silence::endsAt))
                .toList();
    }

    /** Creates a silence and answers its id. */
    String create(List<Matcher> matchers, String author, String reason, Instant startsAt, Instant endsAt) {
        var body = JSON.createObjectNode()
                .put("createdBy", author)
                .put("comment", reason)
                .put("startsAt", startsAt.toString())
                .put("endsAt", endsAt.toString());
        var list = body.putArray("matchers");
        matchers.forEach(matcher -> list.addObject()
                .put("name", matcher.name())
                .put("value", matcher.value())
                .put("isRegex", matcher.isRegex())
                .put("isEqual", matcher.isEqual()));
        var request = request("/api/v2/silences")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.toString()));
        return send(request).path("silenceID").asText();
    }

    void expire(UUID id) {
        send(request("/api/v2/silence/" + id).DELETE());
    }

    private JsonNode get(String path) {
        return send(request(path).GET());
    }

    private HttpRequest.Builder request(String path) {
        var url = config.url()
                .filter(text -> !text.isBlank())
                .orElseThrow(() -> new AlertmanagerUnavailableException("tenantlens.alertmanager.url is not set"));
        return HttpRequest.newBuilder(URI.create(url.replaceAll("/+$", "") + path))
                .timeout(config.timeout());
    }

    private JsonNode send(HttpRequest.Builder request) {
        try {
            var response = http.send(request.build(), BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new AlertmanagerUnavailableException("Alertmanager answered " + response.statusCode());
            }
            return response.body().isBlank() ? JSON.createObjectNode() : JSON.readTree(response.body());
        } catch (JsonProcessingException e) {
            throw new AlertmanagerUnavailableException("Alertmanager's answer is no JSON", e);
        } catch (IOException e) {
            throw new AlertmanagerUnavailableException("Alertmanager does not answer: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AlertmanagerUnavailableException("interrupted", e);
        }
    }

    private static List<JsonNode> list(JsonNode array) {
        return array.valueStream().toList();
    }

    private static Silence silence(JsonNode json) {
        return new Silence(
                json.path("id").asText(),
                json.path("matchers")
                        .valueStream()
                        .map(matcher -> new Matcher(
                                matcher.path("name").asText(),
                                matcher.path("value").asText(),
                                matcher.path("isRegex").asBoolean(),
                                matcher.path("isEqual").asBoolean(true)))
                        .toList(),
                json.path("createdBy").asText(),
                json.path("comment").asText(),
                instant(json.path("startsAt")),
                instant(json.path("endsAt")));
    }

    private static Instant instant(JsonNode json) {
        try {
            return OffsetDateTime.parse(json.asText()).toInstant();
        } catch (DateTimeException e) {
            throw new AlertmanagerUnavailableException("Alertmanager's answer has no time: " + json.asText(), e);
        }
    }
}
