package io.tenantlens.sla.reading;

import io.tenantlens.sla.indicator.Availability;
import io.tenantlens.sla.objective.BurnRate;
import io.tenantlens.sla.objective.Target;
import java.math.MathContext;

/** How fast the budget went over the requests of a recent window. */
public record BurnReading(Availability counted, Target target) {

    public BurnRate rate() {
        return new BurnRate(counted.bad().divide(counted.total(), MathContext.DECIMAL64), target);
    }
}
