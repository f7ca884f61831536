package io.tenantlens.api.ingest.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tenantlens.api.ingest.SampleTimes;
import io.tenantlens.api.ingest.admission.ForbiddenTenantException;
import io.tenantlens.api.ingest.admission.IngestCaller;
import io.tenantlens.api.ingest.admission.KnownTenants;
import io.tenantlens.api.ingest.admission.RejectionReason;
import io.tenantlens.cost.tenant.TenantId;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;

/** Checks the attributes of CloudEvents 1.0 and ours. */
final class EventReader {

    private static final int LONGEST_ATTRIBUTE = 512;
    private static final JsonMapper CANONICAL = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private final IngestCaller caller;
    private final KnownTenants tenants;
    private final Instant receivedAt;
    private final SampleTimes times;

    EventReader(IngestCaller caller, KnownTenants tenants, Instant receivedAt, SampleTimes times) {
        this.caller = caller;
        this.tenants = tenants;
        this.receivedAt = receivedAt;
        this.times = times;
    }

    UsageEvent read(JsonNode event) throws InvalidEventException {
        if (!event.isObject()) {
            throw invalid("an event is a JSON object");
        }
        if (!required(event, "specversion").equals("1.0")) {
            throw invalid("specversion must be 1.0");
        }
        var id = required(event, "id");
        var source = required(event, "source");
        var type = required(event, "type");
        var tenant = tenant(required(event, "subject"));
        var occurredAt = occurredAt(event);
        if (!StorableJson.isStorable(event)) {
            throw invalid("a text with a zero character or half a character, or a number beyond all use");
        }
        return new UsageEvent(new EventKey(tenant, source, id), type, occurredAt, event.path("data"), hash(event));
    }

    private static String required(JsonNode event, String attribute) throws InvalidEventException {
        var value = event.path(attribute);
        if (!value.isTextual() || value.textValue().isBlank()) {
            throw invalid(attribute + " is missing");
        }
        if (value.textValue().length() > LONGEST_ATTRIBUTE) {
            throw invalid(attribute + " is longer than " + LONGEST_ATTRIBUTE);
        }
        return value.textValue();
    }

    private TenantId tenant(String subject) throws InvalidEventException {
        if (!caller.mayWrite(subject)) {
            throw new ForbiddenTenantException(caller);
        }
        var tenant = tenants.find(subject);
        if (tenant == null || tenant.equals(TenantId.PLATFORM)) {
            throw new InvalidEventException(RejectionReason.UNKNOWN_TENANT, "no tenant " + subject);
        }
        return tenant;
    }

    private Instant occurredAt(JsonNode event) throws InvalidEventException {
        var time = event.path("time");
        if (time.isMissingNode() || time.isNull()) {
            return receivedAt;
        }
        Instant at;
        try {
            at = OffsetDateTime.parse(time.asText()).toInstant();
        } catch (DateTimeException e) {
            throw invalid("time is not RFC 3339: " + time.asText());
        }
        if (!times.contain(at.toEpochMilli())) {
            var reason = times.reasonAgainst(at.toEpochMilli());
            throw new InvalidEventException(reason, "time is " + reason.label().replace('_', ' ') + ": " + at);
        }
        return at;
    }

    private static String hash(JsonNode event) {
        try {
            var canonical = CANONICAL.writeValueAsBytes(CANONICAL.treeToValue(event, Object.class));
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(canonical));
        } catch (JsonProcessingException | NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static InvalidEventException invalid(String detail) {
        return new InvalidEventException(RejectionReason.INVALID_SAMPLE, detail);
    }
}
