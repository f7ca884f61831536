package io.tenantlens.cost.invoice;

import io.tenantlens.cost.money.Money;
import io.tenantlens.cost.ratecard.ChargeId;
import io.tenantlens.cost.rating.LineKind;
import io.tenantlens.cost.rating.TierShare;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of a bill. Its total is amount − discount − credit + tax, and each column adds up to the bill's.
 *
 * @param discount of the charge itself and of coupons
 */
public record RatedLine(
        ChargeId charge,
        LineKind kind,
        BigDecimal quantity,
        @Nullable BigDecimal unitPrice,
        Money amount,
        Money discount,
        Money credit,
        Money tax,
        List<TierShare> tiers,
        List<String> steps) {

    public RatedLine {
        tiers = List.copyOf(tiers);
        steps = List.copyOf(steps);
    }

    public Money total() {
        return amount.minus(discount).minus(credit).plus(tax);
    }
}
