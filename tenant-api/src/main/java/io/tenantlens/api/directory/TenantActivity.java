package io.tenantlens.api.directory;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A tenant in the list of staff, with what its last seven days were like a minute ago.
 *
 * @param requests of the last seven days, today included; null if none were measured
 * @param failed those of them that answered 5xx
 * @param lastSeenHour the latest hour with requests
 */
public record TenantActivity(
        Tenant tenant,
        @Nullable BigDecimal requests,
        @Nullable BigDecimal failed,
        @Nullable Instant lastSeenHour) {}
