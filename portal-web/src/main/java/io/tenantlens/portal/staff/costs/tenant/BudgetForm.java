package io.tenantlens.portal.staff.costs.tenant;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A budget as it was typed.
 *
 * @param problem what to do about it; null if it can be taken
 */
public record BudgetForm(String amount, @Nullable String problem) {

    private static final BigDecimal MOST = new BigDecimal("1000000000000");
    private static final int DECIMALS = 2;

    static BudgetForm of(@Nullable BigDecimal budget) {
        return new BudgetForm(budget == null ? "" : budget.toPlainString(), null);
    }

    static BudgetForm sent(@Nullable String amount) {
        var text = amount == null ? "" : amount.strip();
        return new BudgetForm(
                text,
                text.isEmpty() || isAmount(text)
                        ? null
                        : "Enter an amount in taka above zero, for example 12000, or nothing for no budget.");
    }

    private static boolean isAmount(String text) {
        try {
            var amount = new BigDecimal(text);
            return amount.signum() > 0
                    && amount.scale() <= DECIMALS
                    && amount.scale() >= 0
                    && amount.compareTo(MOST) < 0;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    boolean isValid() {
        return problem == null;
    }

    /** Null for no budget. */
    @Nullable
    BigDecimal budget() {
        return amount.isEmpty() ? null : new BigDecimal(amount);
    }
}
