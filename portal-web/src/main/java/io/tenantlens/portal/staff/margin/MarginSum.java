package io.tenantlens.portal.staff.margin;

import io.tenantlens.api.margin.TenantMargin;
import io.tenantlens.cost.margin.Margin;
import java.math.BigDecimal;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Revenue and cost added up over tenants or months.
 *
 * @param billed of the months, those whose revenue is billed
 */
record MarginSum(BigDecimal revenue, BigDecimal cost, int months, int billed) {

    static final MarginSum NONE = new MarginSum(BigDecimal.ZERO, BigDecimal.ZERO, 0, 0);

    static MarginSum of(Collection<TenantMargin> margins) {
        return margins.stream()
                .map(one -> new MarginSum(one.revenue(), one.cost(), 1, one.billed() ? 1 : 0))
                .reduce(NONE, MarginSum::plus);
    }

    MarginSum plus(MarginSum other) {
        return new MarginSum(
                revenue.add(other.revenue), cost.add(other.cost), months + other.months, billed + other.billed);
    }

    MarginSum withCost(BigDecimal factor) {
        return new MarginSum(revenue, cost.multiply(factor), months, billed);
    }

    Margin margin() {
        return new Margin(revenue, cost);
    }

    BigDecimal amount() {
        return margin().amount();
    }

    /** Of revenue, as a ratio; null without revenue. */
    @Nullable
    BigDecimal ratio() {
        return margin().percent().map(percent -> percent.movePointLeft(2)).orElse(null);
    }

    boolean isLoss() {
        return amount().signum() < 0;
    }

    /** What the revenue is. */
    String basis() {
        return billed == months ? "billed" : billed == 0 ? "accrued" : "partly billed";
    }
}
