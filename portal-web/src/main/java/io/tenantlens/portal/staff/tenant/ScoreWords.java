package io.tenantlens.portal.staff.tenant;

import io.tenantlens.cost.health.ActivityScore;
import io.tenantlens.cost.health.ActivityScore.Activity;
import io.tenantlens.cost.health.ActivityScore.Part;
import io.tenantlens.portal.format.Look;
import io.tenantlens.portal.staff.tenant.TenantPage.PartRow;
import io.tenantlens.portal.staff.tenant.TenantPage.ScoreView;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Says what an activity score is made of. */
final class ScoreWords {

    private ScoreWords() {}

    static ScoreView of(Activity activity, Look look) {
        var score = ActivityScore.of(activity);
        return new ScoreView(
                number(score, look),
                score < ActivityScore.CHURN_RISK ? "bad" : "good",
                ActivityScore.parts(activity).stream()
                        .map(part -> new PartRow(
                                name(part),
                                found(part, activity, look),
                                look.percent(BigDecimal.valueOf(part.share()), 0),
                                number(part.weight(), look),
                                number(part.points(), look)))
                        .toList());
    }

    private static String name(Part part) {
        return switch (part.name()) {
            case RECENCY -> "Recency: half every 7 days";
            case FREQUENCY -> "Frequency: active days of 28";
            case BREADTH -> "Breadth: features used of those in the plan";
            case TREND -> "Trend: 14 days against the 14 before, doubled is all";
        };
    }

    private static String found(Part part, Activity activity, Look look) {
        return switch (part.name()) {
            case RECENCY ->
                activity.daysSinceLast() == 0 ? "today" : look.number(activity.daysSinceLast()) + " days ago";
            case FREQUENCY -> look.number(activity.activeDays()) + " days";
            case BREADTH ->
                "%s of %s".formatted(look.number(activity.featuresUsed()), look.number(activity.featuresOffered()));
            case TREND ->
                "%s, before %s".formatted(whole(activity.recentVolume(), look), whole(activity.previousVolume(), look));
        };
    }

    private static String whole(double requests, Look look) {
        return look.shortQuantity(BigDecimal.valueOf(requests), "");
    }

    static String number(double value, Look look) {
        return look.quantity(BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP), "");
    }
}
