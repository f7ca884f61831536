package io.tenantlens.api.alert.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Messages of Alertmanager's webhook: captured from version 0.25, and made for a test. */
public final class Messages {

    private Messages() {}

    /** {@code firing}, {@code resolved} or {@code mixed}. */
    public static String captured(String kind) {
        try (var file = Messages.class.getResourceAsStream("/alertmanager/webhook-" + kind + ".json")) {
            if (file == null) {
                throw new IllegalArgumentException("nothing captured of " + kind);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String of(String... alerts) {
        return Stream.of(alerts).collect(Collectors.joining(",", "{\"version\":\"4\",\"alerts\":[", "]}"));
    }

    public static String firing(String name, String tenant, String audience, String fingerprint) {
        return alert("firing", name, tenant, audience, fingerprint, "0001-01-01T00:00:00Z");
    }

    public static String resolved(String name, String tenant, String audience, String fingerprint) {
        return alert("resolved", name, tenant, audience, fingerprint, "2026-11-23T19:50:00Z");
    }

    private static String alert(
            String status, String name, String tenant, String audience, String fingerprint, String endsAt) {
        return """
                {"status":"%s","labels":{"alertname":"%s","tenant_id":"%s","audience":"%s","severity":"warning"},
                 "annotations":{"summary":"%2$s of %3$s"},"startsAt":"2026-11-23T19:40:09.433262694Z","endsAt":"%6$s",
                 "generatorURL":"http://prometheus/graph","fingerprint":"%5$s"}\
                """.formatted(status, name, tenant, audience, fingerprint, endsAt);
    }
}
