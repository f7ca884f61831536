package io.tenantlens.cost.allocation;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What one tenant carries.
 *
 * @param byPool in the order of the pools; pools of which the tenant carries nothing are left out
 * @param idle the part of idle cost that falls to this tenant: contained in the pools where idle is shared,
 *     for information where it stands apart
 */
public record TenantCost(Map<String, BigDecimal> byPool, BigDecimal idle) {

    public TenantCost {
        byPool = Collections.unmodifiableMap(new LinkedHashMap<>(byPool));
    }

    public BigDecimal total() {
        return byPool.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
