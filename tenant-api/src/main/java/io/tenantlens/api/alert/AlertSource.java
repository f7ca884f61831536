package io.tenantlens.api.alert;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Someone who tells of alerts.
 *
 * @param answeredAt when it was last heard of; null for never
 * @param problem why it was not, since then; null while all is well
 */
public record AlertSource(
        String name, @Nullable Instant answeredAt, @Nullable String problem) {}
