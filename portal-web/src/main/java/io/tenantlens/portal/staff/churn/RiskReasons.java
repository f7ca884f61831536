package io.tenantlens.portal.staff.churn;

import io.tenantlens.cost.health.ActivityScore.Activity;
import io.tenantlens.portal.format.Look;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Why a tenant's activity score is low, in words: each part of the score that costs it something. */
final class RiskReasons {

    private static final int DAYS = 28;
    private static final int FEW_DAYS = 14;

    private RiskReasons() {}

    static List<String> of(Activity activity, Look look) {
        if (activity.activeDays() == 0 && activity.recentVolume() == 0) {
            return List.of("no request in " + look.number(DAYS) + " days");
        }
        var reasons = new ArrayList<String>();
        if (activity.daysSinceLast() > 0) {
            reasons.add("last request " + look.number(activity.daysSinceLast())
                    + (activity.daysSinceLast() == 1 ? " day ago" : " days ago"));
        }
        if (activity.activeDays() < FEW_DAYS) {
            reasons.add("active on %s of %s days".formatted(look.number(activity.activeDays()), look.number(DAYS)));
        }
        if (activity.recentVolume() < activity.previousVolume()) {
            reasons.add(look.change(
                            BigDecimal.valueOf(activity.recentVolume()), BigDecimal.valueOf(activity.previousVolume()))
                    + " requests in two weeks");
        }
        if (activity.featuresUsed() < activity.featuresOffered()) {
            reasons.add("uses %s of %s features"
                    .formatted(look.number(activity.featuresUsed()), look.number(activity.featuresOffered())));
        }
        return reasons;
    }
}
