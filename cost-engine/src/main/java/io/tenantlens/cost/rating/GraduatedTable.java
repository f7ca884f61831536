package io.tenantlens.cost.rating;

import io.tenantlens.cost.money.Currency;
import io.tenantlens.cost.ratecard.Tiers;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Graduated tiers prepared for many quantities, as when a month is rated again for every tenant.
 *
 * <p>Amounts are exact: they are computed in scaled {@code long}s, and in decimals where those would overflow.
 * The result is always what {@link ChargeRater} gives for the same quantity.
 */
public final class GraduatedTable {

    private static final int MOST_DIGITS = 18;

    private final Tiers tiers;
    private final Currency currency;
    private final int quantityDecimals;
    private final long[] starts;
    private final long[] ends;
    private final long[] prices;
    private final long[] amountsAtStart;
    private final long divisor;
    private final boolean scaled;

    /**
     * Prepares tiers.
     *
     * @param quantityDecimals of the quantities to be priced
     * @throws IllegalArgumentException if the last tier has an end, which a table cannot refuse quickly
     */
    public GraduatedTable(Tiers tiers, int quantityDecimals, Currency currency) {
        if (tiers.list().getLast().upTo() != null) {
            throw new IllegalArgumentException("the last tier of a table must be without end");
        }
        var count = tiers.list().size();
        this.tiers = tiers;
        this.currency = currency;
        this.quantityDecimals = quantityDecimals;
        this.starts = new long[count];
        this.ends = new long[count];
        this.prices = new long[count];
        this.amountsAtStart = new long[count];
        var priceDecimals = priceDecimals(tiers, currency);
        this.scaled = quantityDecimals + priceDecimals <= MOST_DIGITS && fill(priceDecimals);
        this.divisor = scaled ? powerOfTen(quantityDecimals + priceDecimals - currency.decimals()) : 1;
    }

    /**
     * The amount in minor units of the currency, rounded half up.
     *
     * @param quantity scaled by the decimals of the table, not negative
     */
    public long minorUnits(long quantity) {
        if (!scaled || quantity <= 0) {
            return exactly(quantity);
        }
        var i = 0;
        while (quantity > ends[i]) {
            i++;
        }
        var above = quantity - starts[i];
        var product = above * prices[i];
        if (Math.multiplyHigh(above, prices[i]) != 0 || product < 0) {
            return exactly(quantity);
        }
        var amount = amountsAtStart[i] + product;
        var rounded = amount + divisor / 2;
        return amount < 0 || rounded < 0 ? exactly(quantity) : rounded / divisor;
    }

    private long exactly(long quantity) {
        var priced = TierPricing.graduated(tiers, BigDecimal.valueOf(quantity, quantityDecimals), false);
        return currency.round(priced.usage().add(priced.flat())).unscaledValue().longValueExact();
    }

    /** Fills the tables; false if a bound or price needs more digits than a long has. */
    private boolean fill(int priceDecimals) {
        try {
            var amount = BigDecimal.ZERO;
            for (var i = 0; i < starts.length; i++) {
                var tier = tiers.list().get(i);
                var start = tiers.startOf(i);
                amount = amount.add(tier.flat());
                starts[i] = scaled(start, quantityDecimals);
                prices[i] = scaled(tier.unit(), priceDecimals);
                amountsAtStart[i] = scaled(amount, quantityDecimals + priceDecimals);
                ends[i] = tier.upTo() == null ? Long.MAX_VALUE : scaled(tier.upTo(), quantityDecimals);
                amount = tier.upTo() == null
                        ? amount
                        : amount.add(tier.upTo().subtract(start).multiply(tier.unit()));
            }
            return true;
        } catch (ArithmeticException e) {
            return false;
        }
    }

    private static int priceDecimals(Tiers tiers, Currency currency) {
        return Math.max(
                currency.decimals(),
                tiers.list().stream()
                        .mapToInt(tier ->
                                Math.max(tier.unit().scale(), tier.flat().scale()))
                        .max()
                        .orElse(0));
    }

    private static long scaled(BigDecimal value, int decimals) {
        return value.setScale(decimals, RoundingMode.UNNECESSARY)
                .unscaledValue()
                .longValueExact();
    }

    private static long powerOfTen(int exponent) {
        return BigDecimal.ONE.scaleByPowerOfTen(exponent).longValueExact();
    }
}
