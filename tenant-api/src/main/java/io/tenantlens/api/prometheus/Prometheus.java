package io.tenantlens.api.prometheus;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tenantlens.api.access.StaffScope;
import io.tenantlens.cost.time.Period;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Asks Prometheus over HTTP, on behalf of staff. */
@Singleton
@SuppressWarnings("unused") // the scope is the entitlement
public class Prometheus {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final PrometheusConfig config;
    private final HttpClient http;

    @Inject
    Prometheus(PrometheusConfig config) {
        this.config = config;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(config.timeout())
                .build();
    }

    public boolean isConfigured() {
        return config.url().filter(url -> !url.isBlank()).isPresent();
    }

    /** Returns if it answers. */
    public void ask() {
        get("/api/v1/status/buildinfo");
    }

    public List<AlertRule> alertRules(StaffScope scope) {
        return get("/api/v1/rules?type=alert")
                .path("groups")
                .valueStream()
                .flatMap(group -> group.path("rules")
                        .valueStream()
                        .map(rule -> new AlertRule(
                                group.path("name").asText(),
                                rule.path("name").asText(),
                                rule.path("query").asText(),
                                Duration.ofMillis((long) (rule.path("duration").asDouble() * 1_000)),
                                texts(rule.path("labels")))))
                .toList();
    }

    /** A query's series over a period. Values that are no numbers, such as NaN, are left out. */
    public List<Line> range(StaffScope scope, String query, Period period, Duration step) {
        return get("/api/v1/query_range?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8)
                        + "&start=" + period.start().getEpochSecond()
                        + "&end=" + period.end().getEpochSecond()
                        + "&step=" + step.toSeconds())
                .path("result")
                .valueStream()
                .map(Prometheus::line)
                .toList();
    }

    private JsonNode get(String path) {
        var url = config.url()
                .filter(text -> !text.isBlank())
                .orElseThrow(() -> new PrometheusUnavailableException("tenantlens.prometheus.url is not set"));
        try {
            var request = HttpRequest.newBuilder(URI.create(url.replaceAll("/+$", "") + path))
                    .timeout(config.timeout())
                    .build();
            var answer =
                    JSON.readTree(http.send(request, BodyHandlers.ofString()).body());
            if (!answer.path("status").asText().equals("success")) {
                throw new PrometheusUnavailableException(
                        "Prometheus refused: " + answer.path("error").asText());
            }
            return answer.path("data");
        } catch (JsonProcessingException e) {
            throw new PrometheusUnavailableException("Prometheus' answer is no JSON", e);
        } catch (IOException e) {
            throw new PrometheusUnavailableException("Prometheus does not answer: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PrometheusUnavailableException("interrupted", e);
        }
    }

    private static Line line(JsonNode series) {
        var values = new TreeMap<Instant, BigDecimal>();
        series.path("values").valueStream().forEach(point -> {
            var value = point.path(1).asText();
            if (Character.isDigit(value.charAt(value.length() - 1))) {
                values.put(Instant.ofEpochMilli((long) (point.path(0).asDouble() * 1_000)), new BigDecimal(value));
            }
        });
        return new Line(texts(series.path("metric")), values);
    }

    private static Map<String, String> texts(JsonNode object) {
        var texts = new HashMap<String, String>();
        object.properties()
                .forEach(entry -> texts.put(entry.getKey(), entry.getValue().asText()));
        return texts;
    }
}
