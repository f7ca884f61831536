package io.tenantlens.cost.health;

import java.util.List;

/**
 * How alive a tenant is, from 0 to 1: 0.35 recency + 0.30 frequency + 0.15 breadth + 0.20 trend.
 *
 * <p>Recency is 1 for activity today and falls by half every 7 days. Frequency is the share of the last 28 days
 * with activity. Breadth is the share of the plan's features that were used in them. Trend compares the last 14
 * days with the 14 before: 0.5 if equal, 1 if doubled or more, 0 if nothing is left. A tenant without any
 * activity scores 0. Below {@value #CHURN_RISK} a tenant is at risk.
 */
public final class ActivityScore {

    public static final double CHURN_RISK = 0.3;

    private static final double HALF_LIFE_DAYS = 7;
    private static final int FREQUENCY_DAYS = 28;

    private ActivityScore() {}

    public static double of(Activity activity) {
        return parts(activity).stream().mapToDouble(Part::points).sum();
    }

    /** The parts whose points add up to the score; each is 0 for a tenant without any activity. */
    public static List<Part> parts(Activity activity) {
        var silent = activity.activeDays() == 0 && activity.recentVolume() == 0;
        return List.of(
                new Part(Name.RECENCY, 0.35, silent ? 0 : recency(activity)),
                new Part(Name.FREQUENCY, 0.30, Math.min(1, (double) activity.activeDays() / FREQUENCY_DAYS)),
                new Part(Name.BREADTH, 0.15, silent ? 0 : breadth(activity)),
                new Part(Name.TREND, 0.20, silent ? 0 : trend(activity)));
    }

    /** What a part is about. */
    public enum Name {
        RECENCY,
        FREQUENCY,
        BREADTH,
        TREND
    }

    /**
     * A part of the score.
     *
     * @param share from 0 to 1
     */
    public record Part(Name name, double weight, double share) {

        public double points() {
            return weight * share;
        }
    }

    private static double recency(Activity activity) {
        return Math.pow(0.5, activity.daysSinceLast() / HALF_LIFE_DAYS);
    }

    private static double breadth(Activity activity) {
        return activity.featuresOffered() == 0
                ? 1
                : Math.min(1, (double) activity.featuresUsed() / activity.featuresOffered());
    }

    private static double trend(Activity activity) {
        if (activity.previousVolume() == 0) {
            return activity.recentVolume() > 0 ? 1 : 0.5;
        }
        return Math.min(1, activity.recentVolume() / activity.previousVolume() / 2);
    }

    /**
     * What the score is made of.
     *
     * @param daysSinceLast whole days since the last activity, 0 for today
     * @param activeDays of the last 28
     * @param recentVolume requests of the last 14 days
     * @param previousVolume requests of the 14 days before
     */
    public record Activity(
            int daysSinceLast,
            int activeDays,
            int featuresUsed,
            int featuresOffered,
            double recentVolume,
            double previousVolume) {}
}
