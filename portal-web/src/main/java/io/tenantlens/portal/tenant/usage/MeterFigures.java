package io.tenantlens.portal.tenant.usage;

import io.tenantlens.api.meter.Meter;
import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/** What was used of a meter in the chosen days and in those before; null where nothing was measured. */
record MeterFigures(
        Meter meter, @Nullable BigDecimal total, @Nullable BigDecimal before) {

    boolean isUsed() {
        return total != null || before != null;
    }

    BigDecimal totalOrLeast() {
        return total == null ? BigDecimal.ONE.negate() : total;
    }

    /** Relative to before; what can't be compared sorts as unchanged. */
    BigDecimal growth() {
        return total == null || before == null || before.signum() == 0
                ? BigDecimal.ZERO
                : total.subtract(before).divide(before.abs(), MathContext.DECIMAL64);
    }
}
