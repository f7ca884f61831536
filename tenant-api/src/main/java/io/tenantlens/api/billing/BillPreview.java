package io.tenantlens.api.billing;

import io.tenantlens.api.billing.draft.DraftLine;
import io.tenantlens.cost.invoice.RatedBill;
import io.tenantlens.cost.money.Money;
import io.tenantlens.cost.time.BillingPeriod;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The bill of a period as if it ended now.
 *
 * @param plan the one that prices the usage: the month's last
 * @param lines the n-th of them is the n-th of the bill
 * @param asOf usage acknowledged before this instant is in it; null if none was folded yet
 * @param forecast the total at the end of the period if usage goes on as in the last seven whole days; null without such days
 */
public record BillPreview(
        Plan plan,
        BillingPeriod period,
        @Nullable Instant asOf,
        List<DraftLine> lines,
        RatedBill bill,
        @Nullable Money forecast) {

    public BillPreview {
        lines = List.copyOf(lines);
    }
}
