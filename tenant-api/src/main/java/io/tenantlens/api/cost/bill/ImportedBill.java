package io.tenantlens.api.cost.bill;

import io.tenantlens.cost.time.DateRange;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * A bill as it was taken in.
 *
 * @param cost in BDT
 * @param unmapped the part of it that no pool is known for
 * @param allocated whether all months that it touches were allocated since
 */
public record ImportedBill(
        String source,
        DateRange period,
        String currency,
        BigDecimal rate,
        int charges,
        BigDecimal cost,
        BigDecimal unmapped,
        Instant importedAt,
        boolean allocated) {}
