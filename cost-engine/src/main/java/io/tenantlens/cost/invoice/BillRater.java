package io.tenantlens.cost.invoice;

import io.tenantlens.cost.rating.ChargeLine;
import io.tenantlens.cost.rating.ChargeRater;
import io.tenantlens.cost.rating.Consumption;
import java.util.ArrayList;
import java.util.List;

/** Rates all charges of a card and settles the lines: coupons, credits, tax. */
public final class BillRater {

    private BillRater() {}

    /**
     * The bill of a service period; the same request always gives the same bill.
     *
     * @throws RatingException if the usage of a charge does not fit its model
     */
    public static RatedBill rate(BillRequest request) {
        var rater = new ChargeRater(request.card().currency(), request.period());
        var lines = new ArrayList<ChargeLine>();
        for (var charge : request.card().charges()) {
            var usage = request.usage().getOrDefault(charge.id(), Consumption.NONE);
            var billed = request.billed().getOrDefault(charge.id(), List.of());
            try {
                lines.addAll(rater.rate(charge, usage, billed));
            } catch (IllegalArgumentException e) {
                throw new RatingException(charge.id(), String.valueOf(e.getMessage()), e);
            }
        }
        return Settlement.settle(
                request.card().currency(), lines, request.coupons(), request.taxes(), request.credits());
    }
}
