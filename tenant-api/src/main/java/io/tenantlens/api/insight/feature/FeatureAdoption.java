package io.tenantlens.api.insight.feature;

import java.time.LocalDate;
import java.util.List;
import java.util.NavigableMap;

/**
 * How far a feature has come among active tenants.
 *
 * @param tried tenants that ever used it
 * @param using tenants that used it in the last 28 days
 * @param firstUses tenants that used it for the first time, by the day on which they did
 */
public record FeatureAdoption(String feature, long tried, long using, NavigableMap<LocalDate, Long> firstUses) {

    /** Tenants that had used it by the end of each of some days, which ascend. */
    public List<Long> triedBy(List<LocalDate> days) {
        return days.stream()
                .map(day -> firstUses.headMap(day, true).values().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .toList();
    }
}
