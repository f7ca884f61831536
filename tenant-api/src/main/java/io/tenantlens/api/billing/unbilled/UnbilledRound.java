package io.tenantlens.api.billing.unbilled;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a round of the detector found.
 *
 * @param endedAt null before the first round
 */
public record UnbilledRound(@Nullable Instant endedAt, List<UnbilledUsage> found) {

    public UnbilledRound {
        found = List.copyOf(found);
    }
}
