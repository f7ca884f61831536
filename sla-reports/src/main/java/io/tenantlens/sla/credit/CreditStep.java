package io.tenantlens.sla.credit;

import java.math.BigDecimal;

/** An availability strictly below the bound earns this percentage of the bill. */
public record CreditStep(BigDecimal below, BigDecimal percent) {

    public CreditStep {
        Percentages.check(below);
        Percentages.check(percent);
    }
}
