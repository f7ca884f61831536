package io.tenantlens.api.alert.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads Alertmanager's webhook messages of version 4. Fields that are not needed may be missing or new. */
final class WebhookReader {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern FINGERPRINT = Pattern.compile("\\p{Graph}{1,100}");
    private static final Instant EARLIEST = Instant.EPOCH;
    private static final Instant LATEST = Instant.parse("3000-01-01T00:00:00Z");
    private static final int LONGEST_TEXT = 20_000;
    private static final int MOST_LABELS = 200;

    private WebhookReader() {}

    /** The alerts of a message, each still to be read by itself. */
    static JsonNode alerts(String body) throws PoisonException {
        var message = parse(body);
        if (!message.isObject()) {
            throw new PoisonException("the message is no JSON object");
        }
        if (!message.path("version").asText().equals("4")) {
            throw new PoisonException("the message is of version '"
                    + shortened(message.path("version").asText()) + "', not 4");
        }
        var alerts = message.path("alerts");
        if (!alerts.isArray()) {
            throw new PoisonException("the message has no array 'alerts'");
        }
        return alerts;
    }

    /** An alert of a message. */
    static ReportedAlert alert(JsonNode alert, Instant receivedAt) throws PoisonException {
        if (!alert.isObject()) {
            throw new PoisonException("an alert is no JSON object");
        }
        return reported(alert, endedAt(alert, receivedAt));
    }

    /** An alert that Alertmanager's API says is on: its status is an object there, and its end lies ahead. */
    static ReportedAlert heldAlert(JsonNode alert) throws PoisonException {
        return reported(alert, null);
    }

    private static ReportedAlert reported(JsonNode alert, @Nullable Instant endedAt) throws PoisonException {
        var fingerprint = alert.path("fingerprint").asText();
        if (!FINGERPRINT.matcher(fingerprint).matches()) {
            throw new PoisonException("there is no usable fingerprint: '" + shortened(fingerprint) + "'");
        }
        try {
            return new ReportedAlert(
                    fingerprint,
                    texts(alert, "labels"),
                    texts(alert, "annotations"),
                    startsAt(alert),
                    endedAt,
                    text("generatorURL", alert.path("generatorURL").asText()));
        } catch (IllegalArgumentException e) {
            throw new PoisonException(String.valueOf(e.getMessage()));
        }
    }

    /** One alert as a message of its own, to be kept and read again. */
    static String message(JsonNode alert) {
        ObjectNode message = JSON.createObjectNode().put("version", "4");
        message.putArray("alerts").add(alert);
        // not written by the mapper, which refuses half of a surrogate pair: whatever came must be kept
        return message.toString();
    }

    /** Null while it is on, whatever endsAt says: year 1, or when it would be given up. */
    private static @Nullable Instant endedAt(JsonNode alert, Instant receivedAt) throws PoisonException {
        var status = alert.path("status").asText();
        return switch (status) {
            case "firing" -> null;
            case "resolved" -> {
                var end = instant(alert, "endsAt");
                yield end.isBefore(EARLIEST) ? receivedAt : end;
            }
            default -> throw new PoisonException("status is neither firing nor resolved: '" + shortened(status) + "'");
        };
    }

    private static JsonNode parse(String body) throws PoisonException {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new PoisonException("the message is no JSON: " + shortened(e.getOriginalMessage()));
        }
    }

    private static SortedMap<String, String> texts(JsonNode alert, String field) throws PoisonException {
        var texts = new TreeMap<String, String>();
        var node = alert.path(field);
        if (!node.isMissingNode() && !node.isObject()) {
            throw new PoisonException(field + " is no JSON object");
        }
        if (node.size() > MOST_LABELS) {
            throw new PoisonException(field + " has more than " + MOST_LABELS + " entries");
        }
        for (var entry : node.properties()) {
            if (!entry.getValue().isTextual()) {
                throw new PoisonException(field + "." + shortened(entry.getKey()) + " is no text");
            }
            texts.put(
                    text(field, entry.getKey()),
                    text(field + "." + entry.getKey(), entry.getValue().asText()));
        }
        return texts;
    }

    /** PostgreSQL keeps no NUL in text. */
    private static String text(String field, String text) throws PoisonException {
        if (text.length() > LONGEST_TEXT || text.indexOf('\0') >= 0) {
            throw new PoisonException(
                    shortened(field) + " has a NUL character or more than " + LONGEST_TEXT + " characters");
        }
        return text;
    }

    private static Instant startsAt(JsonNode alert) throws PoisonException {
        var start = instant(alert, "startsAt");
        if (start.isBefore(EARLIEST)) {
            throw new PoisonException("startsAt lies before " + EARLIEST + ": " + start);
        }
        return start;
    }

    private static Instant instant(JsonNode alert, String field) throws PoisonException {
        try {
            var instant = OffsetDateTime.parse(alert.path(field).asText()).toInstant();
            if (instant.isBefore(LATEST)) {
                return instant;
            }
        } catch (DateTimeException e) {
            // told below, like a time that no calendar of ours reaches
        }
        throw new PoisonException(field + " is no RFC 3339 time up to " + LATEST + ": '"
                + shortened(alert.path(field).asText()) + "'");
    }

    private static String shortened(String text) {
        var printable = text.replaceAll("\\p{Cntrl}", " ");
        return printable.length() > 100 ? printable.substring(0, 100) + "…" : printable;
    }
}
