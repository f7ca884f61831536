package io.tenantlens.sla.month;

import io.tenantlens.sla.indicator.Availability;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the figures of a frozen month follow from, as it was kept.
 *
 * @param terms of the objective, by their names
 * @param requests of each day, maintenance left out
 * @param maintenance each window that was left out, in words
 * @param counts other numbers, by their names
 */
public record FrozenInputs(
        SortedMap<String, String> terms,
        SortedMap<LocalDate, Availability> requests,
        List<String> maintenance,
        SortedMap<String, String> counts) {

    public FrozenInputs {
        terms = Collections.unmodifiableSortedMap(new TreeMap<>(terms));
        requests = Collections.unmodifiableSortedMap(new TreeMap<>(requests));
        maintenance = List.copyOf(maintenance);
        counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
    }
}
