package io.tenantlens.sla.report;

import io.tenantlens.api.mail.MailAddress;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * Who gets the report and when.
 *
 * @param hour in the tenant's zone
 * @param recipients those that have not unsubscribed
 * @param unsubscribed how many have
 */
public record Subscription(
        UUID id,
        Cadence cadence,
        int hour,
        Locale language,
        Instant dueAt,
        List<MailAddress> recipients,
        int unsubscribed) {}
