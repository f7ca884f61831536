package io.tenantlens.api.cost.platform;

import io.tenantlens.api.cost.CostType;
import io.tenantlens.api.cost.setting.CostPoolRule.Kind;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What a pool came to on one day.
 *
 * @param pool its title
 */
public record CostSlice(
        LocalDate day,
        String pool,
        CostType type,
        Kind kind,
        BigDecimal allocated,
        BigDecimal idle,
        BigDecimal unallocated) {

    public BigDecimal origin() {
        return allocated.add(idle).add(unallocated);
    }
}
