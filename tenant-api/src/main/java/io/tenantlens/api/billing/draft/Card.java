package io.tenantlens.api.billing.draft;

import io.tenantlens.api.billing.Plan;
import io.tenantlens.cost.ratecard.Proration;
import org.jspecify.annotations.Nullable;

/**
 * A rate card and how it cuts its fixed fees.
 *
 * @param proration null where the fee of the month's last plan is due in full
 */
public record Card(CardRef ref, Plan plan, Proration.@Nullable DayCount proration) {

    /** A card whose proration is told as in the database. */
    public static Card of(CardRef ref, Plan plan, String proration) {
        return new Card(
                ref,
                plan,
                switch (proration) {
                    case "actual" -> Proration.DayCount.ACTUAL;
                    case "fixed30" -> Proration.DayCount.FIXED_30;
                    default -> null;
                });
    }
}
