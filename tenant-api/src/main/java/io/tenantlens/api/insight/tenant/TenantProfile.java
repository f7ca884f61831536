package io.tenantlens.api.insight.tenant;

import io.tenantlens.cost.time.DateRange;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a tenant did on its last local days, and what its plan includes.
 *
 * @param days by the name of the figure; days without a measurement are left out
 * @param products the highest number of products by status on the last day that they were measured
 * @param features uses by feature and day
 * @param busiestHour requests of the busiest of the last 24 hours; null without any
 */
public record TenantProfile(
        Map<Figure, NavigableMap<LocalDate, BigDecimal>> days,
        Map<String, BigDecimal> products,
        Map<String, NavigableMap<LocalDate, BigDecimal>> features,
        Limits limits,
        @Nullable BigDecimal busiestHour) {

    /** A figure of each day. */
    public enum Figure {
        REQUESTS,
        FAILED,
        /** Completed ones. */
        ORDERS,
        REVENUE,
        CARTS,
        ABANDONED
    }

    /**
     * What the plan includes.
     *
     * @param products null for any number
     * @param requestsPerHour null for any number
     */
    public record Limits(@Nullable Long products, @Nullable Long requestsPerHour, List<String> features) {

        public static final Limits NONE = new Limits(null, null, List.of());

        public Limits {
            features = List.copyOf(features);
        }
    }

    /** The sum over some days; null where nothing was measured. */
    public @Nullable BigDecimal sum(Figure figure, DateRange dates) {
        return line(figure).subMap(dates.start(), true, dates.end(), false).values().stream()
                .reduce(BigDecimal::add)
                .orElse(null);
    }

    public NavigableMap<LocalDate, BigDecimal> line(Figure figure) {
        return days.getOrDefault(figure, new TreeMap<>());
    }
}
