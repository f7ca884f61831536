package io.tenantlens.api.ingest.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tenantlens.api.ingest.wire.MalformedBodyException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The two forms of a body: one event, or a batch of them. */
enum EventBody {
    SINGLE("application/cloudevents+json"),
    BATCH("application/cloudevents-batch+json");

    private static final ObjectReader JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build()
            .reader();

    private final String mediaType;

    EventBody(String mediaType) {
        this.mediaType = mediaType;
    }

    static Optional<EventBody> of(@Nullable String contentType) {
        var type =
                contentType == null ? "" : contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        for (var form : values()) {
            if (form.mediaType.equals(type)) {
                return Optional.of(form);
            }
        }
        return Optional.empty();
    }

    /** The events of a body, not yet checked. */
    List<JsonNode> read(byte[] body) {
        var root = parse(body);
        return switch (this) {
            case SINGLE -> {
                if (!root.isObject()) {
                    throw new MalformedBodyException("one event is a JSON object");
                }
                yield List.of(root);
            }
            case BATCH -> {
                if (!root.isArray()) {
                    throw new MalformedBodyException("a batch of events is a JSON array");
                }
                var events = new ArrayList<JsonNode>(root.size());
                root.forEach(events::add);
                yield events;
            }
        };
    }

    private static JsonNode parse(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            var at = e.getLocation();
            var where = at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
            throw new MalformedBodyException("not JSON" + where, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
