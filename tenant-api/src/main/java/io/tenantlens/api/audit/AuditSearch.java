package io.tenantlens.api.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which records of the trail are wanted; what is null does not narrow.
 *
 * @param tenant the slug of a tenant
 * @param actor the beginning of a name, a whole subject or a whole subject id, which is all that an erased person has
 * @param from the first instant, included
 * @param until the end, excluded
 * @param before the position to go on from: only older records
 */
public record AuditSearch(
        @Nullable String tenant,
        @Nullable String actor,
        @Nullable String action,
        @Nullable Instant from,
        @Nullable Instant until,
        long before) {

    /** Everything from the newest on. */
    public static final AuditSearch ALL = new AuditSearch(null, null, null, null, null, Long.MAX_VALUE);

    public AuditSearch before(long position) {
        return new AuditSearch(tenant, actor, action, from, until, position);
    }
}
