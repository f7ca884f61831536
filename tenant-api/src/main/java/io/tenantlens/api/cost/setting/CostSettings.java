package io.tenantlens.api.cost.setting;

import static java.util.stream.Collectors.toMap;

import io.tenantlens.cost.time.DateRange;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/** Every version of the settings; a later version of the same key takes over on its day. */
public record CostSettings(List<UnitCost> unitCosts, List<CostDriver> drivers, List<CostPoolRule> pools) {

    public CostSettings {
        unitCosts = List.copyOf(unitCosts);
        drivers = List.copyOf(drivers);
        pools = List.copyOf(pools);
    }

    public CostRules on(LocalDate day) {
        var costs = latest(unitCosts, day, UnitCost::key, UnitCost::validFrom).stream()
                .collect(toMap(UnitCost::key, cost -> cost));
        return new CostRules(
                costs,
                latest(drivers, day, CostDriver::key, CostDriver::validFrom),
                latest(pools, day, CostPoolRule::pool, CostPoolRule::validFrom));
    }

    /** The stretches of a range in which nothing changes. */
    public List<DateRange> stretches(DateRange range) {
        var starts = new TreeSet<LocalDate>();
        starts.add(range.start());
        Stream.of(
                        unitCosts.stream().map(UnitCost::validFrom),
                        drivers.stream().map(CostDriver::validFrom),
                        pools.stream().map(CostPoolRule::validFrom))
                .flatMap(days -> days)
                .filter(range::contains)
                .forEach(starts::add);
        var stretches = new ArrayList<DateRange>();
        for (var start : starts) {
            var next = starts.higher(start);
            stretches.add(new DateRange(start, next == null ? range.end() : next));
        }
        return stretches;
    }

    private static <T> List<T> latest(
            Collection<T> versions, LocalDate day, Function<T, String> key, Function<T, LocalDate> validFrom) {
        var latest = new LinkedHashMap<String, T>();
        for (var version : versions) {
            if (!validFrom.apply(version).isAfter(day)) {
                latest.merge(
                        key.apply(version),
                        version,
                        (one, other) -> validFrom.apply(one).isAfter(validFrom.apply(other)) ? one : other);
            }
        }
        return List.copyOf(latest.values());
    }
}
