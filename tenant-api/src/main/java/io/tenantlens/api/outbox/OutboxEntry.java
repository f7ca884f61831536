package io.tenantlens.api.outbox;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message as staff see it, without what is in it.
 *
 * @param dueAt when it is tried next, for one that waits
 * @param endedAt when it was delivered or parked
 */
public record OutboxEntry(
        UUID id,
        String tenant,
        String kind,
        String title,
        State state,
        int attempts,
        Instant createdAt,
        Instant dueAt,
        @Nullable Instant endedAt,
        @Nullable String lastError) {

    /** How far a message came. */
    public enum State {
        PENDING,
        SENT,
        PARKED
    }
}
