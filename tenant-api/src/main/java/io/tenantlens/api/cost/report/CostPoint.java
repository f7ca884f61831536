package io.tenantlens.api.cost.report;

import io.tenantlens.api.cost.CostType;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A tenant's cost in one hour, day or month.
 *
 * @param start in the tenant's zone; an hour in UTC
 * @param byType without types that cost nothing
 */
public record CostPoint(LocalDateTime start, BigDecimal total, SortedMap<CostType, BigDecimal> byType) {

    public CostPoint {
        byType = Collections.unmodifiableSortedMap(new TreeMap<>(byType));
    }
}
