package io.tenantlens.api.cost.setting;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All that is valid on one day. */
public record CostRules(Map<String, UnitCost> unitCosts, List<CostDriver> drivers, List<CostPoolRule> pools) {

    public CostRules {
        unitCosts = Map.copyOf(unitCosts);
        drivers = List.copyOf(drivers);
        pools = List.copyOf(pools);
    }

    public Optional<UnitCost> unitCost(@Nullable String key) {
        return key == null ? Optional.empty() : Optional.ofNullable(unitCosts.get(key));
    }

    /** The place of a driver in the list; -1 if there is none. */
    public int indexOf(@Nullable String driver) {
        for (var i = 0; i < drivers.size(); i++) {
            if (drivers.get(i).key().equals(driver)) {
                return i;
            }
        }
        return -1;
    }
}
