package io.tenantlens.sla.month;

import io.tenantlens.cost.tenant.TenantId;
import io.tenantlens.sla.indicator.Availability;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A month as it was frozen, or as it was revised later.
 *
 * @param counted as the objective counts
 * @param kept whether the availability was kept; null without data, as the figures after it
 * @param changes what differs from the revision before; empty for the first
 * @param checksum SHA-256 of the inputs, in hexadecimal
 */
public record FrozenMonth(
        TenantId tenant,
        YearMonth month,
        int revision,
        Instant frozenAt,
        Availability counted,
        BigDecimal objectivePercent,
        @Nullable Boolean kept,
        @Nullable Boolean latencyKept,
        @Nullable BigDecimal creditPercent,
        List<String> changes,
        String checksum) {

    public FrozenMonth {
        changes = List.copyOf(changes);
    }
}
