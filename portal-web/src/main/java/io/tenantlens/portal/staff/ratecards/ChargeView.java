package io.tenantlens.portal.staff.ratecards;

import io.tenantlens.portal.chart.Chart;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A charge as people read it.
 *
 * @param model the name of the price model
 * @param price the price in words
 * @param extras what else holds: what counts, what is free, discount, least and most
 * @param curve what a month costs by quantity; null where it does not depend on usage
 */
public record ChargeView(
        String title,
        String model,
        String price,
        List<String> extras,
        String unit,
        List<TierRow> tiers,
        @Nullable Chart curve) {

    /** A range of quantity with its price. */
    public record TierRow(String range, String price, String flat) {}
}
