package io.tenantlens.api.cost.run;

import io.tenantlens.api.cost.setting.CostPoolRule;
import io.tenantlens.cost.allocation.units.UnitPool;
import java.math.BigDecimal;

/**
 * A pool with its amount for one window.
 *
 * @param dust what is less than a millionth of a taka and so cannot be divided
 * @param source where the amount comes from
 * @param weights of all tenants that it is divided by, in the unit of the driver's meter; zero where none are
 */
record PricedPool(CostPoolRule rule, UnitPool pool, BigDecimal dust, Source source, BigDecimal weights) {

    /** Where an amount comes from. */
    enum Source {
        USAGE,
        BILL
    }
}
