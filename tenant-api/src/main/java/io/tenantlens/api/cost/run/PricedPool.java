package io.tenantlens.api.cost.run;

import io.tenantlens.api.cost.setting.CostPoolRule;
import io.tenantlens.cost.allocation.units.UnitPool;
import java.math.BigDecimal;

/**
 * A pool with its amount for one window.
 *
 * @param dust what is less than a millionth of a taka and so cannot be divided
 * @param source where the amount comes from
 */
record PricedPool(CostPoolRule rule, UnitPool pool, BigDecimal dust, Source source) {

    /** Where an amount comes from. */
    enum Source {
        USAGE,
        BILL
    }
}
