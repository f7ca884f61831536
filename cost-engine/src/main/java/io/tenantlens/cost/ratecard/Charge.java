package io.tenantlens.cost.ratecard;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One priced item of a rate card.
 *
 * @param convert from metered to priced units; null if they are the same
 * @param freeUnits priced units that cost nothing
 * @param minimum the least the period costs after the discount
 * @param maximum the most the period costs after the discount
 * @param prorate null if the charge was active for the whole period
 */
public record Charge(
        ChargeId id,
        PriceModel model,
        @Nullable Conversion convert,
        BigDecimal freeUnits,
        BigDecimal discountPercent,
        @Nullable BigDecimal minimum,
        @Nullable BigDecimal maximum,
        @Nullable Proration prorate) {

    public Charge {
        Require.notNegative("freeUnits", freeUnits);
        Require.percentage("discountPercent", discountPercent);
        if (minimum != null) {
            Require.notNegative("minimum", minimum);
        }
        if (maximum != null) {
            Require.notNegative("maximum", maximum);
        }
        if (minimum != null && maximum != null && minimum.compareTo(maximum) > 0) {
            throw new IllegalArgumentException("minimum must not be more than maximum");
        }
    }

    /** A charge with nothing but its price. */
    public static Charge of(String id, PriceModel model) {
        return new Charge(new ChargeId(id), model, null, BigDecimal.ZERO, BigDecimal.ZERO, null, null, null);
    }

    public Charge withConvert(Conversion conversion) {
        return new Charge(id, model, conversion, freeUnits, discountPercent, minimum, maximum, prorate);
    }

    public Charge withFreeUnits(BigDecimal units) {
        return new Charge(id, model, convert, units, discountPercent, minimum, maximum, prorate);
    }

    public Charge withDiscountPercent(BigDecimal percent) {
        return new Charge(id, model, convert, freeUnits, percent, minimum, maximum, prorate);
    }

    public Charge withBounds(@Nullable BigDecimal least, @Nullable BigDecimal most) {
        return new Charge(id, model, convert, freeUnits, discountPercent, least, most, prorate);
    }

    public Charge withProration(@Nullable Proration proration) {
        return new Charge(id, model, convert, freeUnits, discountPercent, minimum, maximum, proration);
    }
}
