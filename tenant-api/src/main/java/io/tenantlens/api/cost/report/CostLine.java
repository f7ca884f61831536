package io.tenantlens.api.cost.report;

import io.tenantlens.api.cost.CostType;
import io.tenantlens.api.cost.setting.CostDriver;
import io.tenantlens.api.cost.setting.CostPoolRule.Kind;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A tenant's part of a pool over a range of days, and how it came about.
 *
 * @param driver what the pool follows; empty where it is even, by cost or a tenant's own
 * @param weight of the tenant, in the unit of the driver's meter
 * @param weights of all tenants together; for an even pool how many took part, added up over the days
 * @param pool what all tenants carry of the pool on these days
 */
public record CostLine(
        String title,
        CostType type,
        Kind kind,
        Method method,
        Optional<CostDriver> driver,
        BigDecimal weight,
        BigDecimal weights,
        BigDecimal pool,
        BigDecimal amount) {

    /** How a pool was divided. */
    public enum Method {
        UNKNOWN,
        OWN,
        EVEN,
        WEIGHTED,
        BASE_AND_WEIGHTED,
        BY_COST
    }
}
