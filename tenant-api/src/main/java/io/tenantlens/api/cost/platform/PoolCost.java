package io.tenantlens.api.cost.platform;

import io.tenantlens.api.cost.CostType;
import io.tenantlens.api.cost.setting.CostPoolRule.Kind;
import java.math.BigDecimal;

/**
 * What became of a pool over a range of days: origin = allocated + idle + unallocated.
 *
 * @param source {@code usage} for unit costs, {@code bill} for imported bills, or both
 */
public record PoolCost(
        String pool,
        String title,
        CostType type,
        Kind kind,
        String source,
        BigDecimal origin,
        BigDecimal allocated,
        BigDecimal idle,
        BigDecimal unallocated) {}
