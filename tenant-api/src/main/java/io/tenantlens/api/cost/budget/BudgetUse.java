package io.tenantlens.api.cost.budget;

import io.tenantlens.cost.tenant.TenantId;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A tenant's open month against its budget.
 *
 * @param budget BDT a month; null for none
 * @param spent since the month began
 * @param expected of the whole month; empty while there are too few days to tell
 */
public record BudgetUse(
        TenantId tenant, String name, @Nullable BigDecimal budget, BigDecimal spent, Optional<Expected> expected) {

    /** What the month should come to, and the band around it. */
    public record Expected(BigDecimal value, BigDecimal low, BigDecimal high) {}

    /** Of the budget, as a ratio; null without one. */
    public @Nullable BigDecimal used() {
        return budget == null ? null : spent.divide(budget, MathContext.DECIMAL64);
    }

    public boolean isExceeded() {
        return budget != null && spent.compareTo(budget) > 0;
    }

    /** It will be exceeded if the month goes on as expected. */
    public boolean willBeExceeded() {
        return budget != null
                && expected.filter(month -> month.value().compareTo(budget) > 0).isPresent();
    }
}
