package io.tenantlens.api.cost.platform;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * What the runs of a range of days stored: what was to be divided, and what their parts add up to.
 *
 * @param days that were allocated
 * @param proved days whose parts, as they were stored, add up to their origin to the last unit
 * @param allocated what tenants carry
 */
public record CostProof(
        int days,
        int proved,
        BigDecimal origin,
        BigDecimal allocated,
        BigDecimal idle,
        BigDecimal unallocated,
        Optional<Instant> computedAt) {

    public boolean holds() {
        return days == proved && origin.compareTo(allocated.add(idle).add(unallocated)) == 0;
    }
}
