package io.tenantlens.api.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One record of the trail, for people to read.
 *
 * @param actorName absent where the person was erased or the provider told no name; the subject id stays
 * @param detail a JSON object of strings
 */
public record AuditRecord(
        long position,
        Instant at,
        UUID subjectId,
        @Nullable String actorName,
        String action,
        @Nullable String tenant,
        String detail) {}
