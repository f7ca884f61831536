package io.tenantlens.cost.invoice;

import io.tenantlens.cost.ratecard.ChargeId;
import io.tenantlens.cost.ratecard.RateCard;
import io.tenantlens.cost.rating.Billed;
import io.tenantlens.cost.rating.Consumption;
import io.tenantlens.cost.time.DateRange;
import java.util.List;
import java.util.Map;

/**
 * Everything that a bill of one service period depends on.
 *
 * @param usage cumulative over the period; a charge without an entry was not used
 * @param billed by earlier runs of the same period
 */
public record BillRequest(
        RateCard card,
        DateRange period,
        Map<ChargeId, Consumption> usage,
        Map<ChargeId, List<Billed>> billed,
        List<Coupon> coupons,
        List<Tax> taxes,
        List<Credit> credits) {

    public BillRequest {
        usage = Map.copyOf(usage);
        billed = Map.copyOf(billed);
        coupons = List.copyOf(coupons);
        taxes = List.copyOf(taxes);
        credits = List.copyOf(credits);
    }

    /** Usage alone: no earlier run, coupon, tax or credit. */
    public static BillRequest of(RateCard card, DateRange period, Map<ChargeId, Consumption> usage) {
        return new BillRequest(card, period, usage, Map.of(), List.of(), List.of(), List.of());
    }
}
