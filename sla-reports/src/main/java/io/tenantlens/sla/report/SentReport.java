package io.tenantlens.sla.report;

import io.tenantlens.cost.time.DateRange;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A report that went out, or did not.
 *
 * @param skipped why nothing was sent; null where it was
 * @param mails how many, one a recipient
 * @param delivered how many of them the mail server took
 * @param parked how many were given up
 */
public record SentReport(
        DateRange period,
        Cadence cadence,
        boolean byHand,
        Instant sentAt,
        @Nullable String skipped,
        int mails,
        int delivered,
        int parked) {}
