package io.tenantlens.api.billing.run;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A month end as it stands.
 *
 * @param exceptions the first of them by tenant, at most {@link #LISTED_EXCEPTIONS}
 * @param issuing whether it was asked to issue
 */
public record InvoiceRun(
        UUID id,
        YearMonth month,
        RunState state,
        Instant startedAt,
        @Nullable Instant approvedAt,
        @Nullable Instant issuedAt,
        boolean issuing,
        RunProgress progress,
        List<RunTotal> totals,
        List<RunException> exceptions) {

    public static final int LISTED_EXCEPTIONS = 500;

    public InvoiceRun {
        totals = List.copyOf(totals);
        exceptions = List.copyOf(exceptions);
    }
}
