package io.tenantlens.portal.tenant.bills;

import io.tenantlens.portal.chart.Chart;
import io.tenantlens.portal.chart.TierStairs;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a line is what it is.
 *
 * @param line its number
 * @param source what was measured, and how a month's quantity follows from its days; null where nothing is metered
 * @param checked whether rating it again gave the same amount; null where no card priced it
 * @param usage the days behind it; null where nothing is metered
 * @param later how usage that is known now differs from what was billed; null where it does not
 * @param usageHref where the days open into hours; null where nothing is metered
 */
public record WhyCard(
        int line,
        String title,
        String total,
        String serviceMonth,
        @Nullable String source,
        List<String> steps,
        @Nullable Checked checked,
        @Nullable TierStairs stairs,
        List<Tier> tiers,
        @Nullable Chart usage,
        @Nullable String later,
        @Nullable String usageHref) {

    public WhyCard {
        steps = List.copyOf(steps);
        tiers = List.copyOf(tiers);
    }

    /** What rating the line again gave. */
    public record Checked(boolean same, String words) {}

    /** What one tier contributed. */
    public record Tier(String range, String quantity, String unitPrice, String flat, String amount) {}
}
