package io.tenantlens.api.outbox;

import io.tenantlens.cost.tenant.TenantId;
import java.util.Optional;

/**
 * Something to be delivered.
 *
 * @param tenant whom it is about; empty for the platform as a whole
 * @param kind which {@link Delivery} takes it, such as {@code mail}
 * @param key names the cause, so that the same cause puts it in once: {@code sla-report/2026-10/7f…}
 * @param title what it is, for staff to recognise; no personal data
 */
public record Outgoing(Optional<TenantId> tenant, String kind, String key, String title, String payload) {

    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_KEY = 200;

    public Outgoing {
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw new IllegalArgumentException("a key has 1 to " + LONGEST_KEY + " characters: " + key);
        }
        if (title.isBlank() || title.length() > LONGEST_TITLE) {
            throw new IllegalArgumentException("a title has 1 to " + LONGEST_TITLE + " characters: " + title);
        }
    }
}
