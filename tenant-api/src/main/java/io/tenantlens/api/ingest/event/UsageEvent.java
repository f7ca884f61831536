package io.tenantlens.api.ingest.event;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * A valid event of a tenant that exists.
 *
 * @param data what happened, in the terms of the event's type; a missing node where the event carries no JSON
 * @param contentHash hexadecimal; the same for the same content, in whatever order its members stand
 */
record UsageEvent(EventKey key, String type, Instant occurredAt, JsonNode data, String contentHash) {}
