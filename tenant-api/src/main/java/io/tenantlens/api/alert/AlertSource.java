package io.tenantlens.api.alert;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Someone who tells of alerts.
 *
 * @param answeredAt when it was last heard of; null for never
 * @param problem why it was not, since then; null while all is well
 */
public record AlertSource(
        String name, @Nullable Instant answeredAt, @Nullable String problem) {

    /** Those that we ask are asked every half minute. */
    private static final Duration SILENT_FOR = Duration.ofMinutes(2);

    /** Whether what it told may no longer hold. Who speaks only when there is something to say may be silent. */
    public boolean isStale(Instant now) {
        boolean isAsked = !name.equals(AlertSources.WEBHOOK);
        return problem != null
                || (isAsked && answeredAt != null && answeredAt.plus(SILENT_FOR).isBefore(now));
    }
}
