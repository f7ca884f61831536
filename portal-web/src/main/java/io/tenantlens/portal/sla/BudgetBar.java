package io.tenantlens.portal.sla;

import io.tenantlens.sla.objective.BudgetState;
import io.tenantlens.sla.objective.ErrorBudget;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** An error budget as a bar. */
public final class BudgetBar {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private BudgetBar() {}

    /** Nothing where all is used or nothing is known. */
    public static String width(ErrorBudget budget) {
        return budget.remainingShare()
                        .orElse(BigDecimal.ZERO)
                        .multiply(HUNDRED)
                        .max(BigDecimal.ZERO)
                        .min(HUNDRED)
                        .setScale(1, RoundingMode.HALF_UP)
                        .toPlainString()
                + "%";
    }

    public static String mood(BudgetState state) {
        return switch (state) {
            case KEPT -> "good";
            case AT_RISK -> "warn";
            case MISSED -> "bad";
            case NO_DATA -> "";
        };
    }
}
