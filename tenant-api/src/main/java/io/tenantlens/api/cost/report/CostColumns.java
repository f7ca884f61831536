package io.tenantlens.api.cost.report;

import io.tenantlens.api.cost.CostType;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The columns of the roll-ups that belong to types of cost. */
final class CostColumns {

    private CostColumns() {}

    static String types() {
        return Arrays.stream(CostType.values()).map(CostType::key).collect(Collectors.joining(", "));
    }

    static String typesSummed() {
        return Arrays.stream(CostType.values())
                .map(type -> "sum(%1$s)::bigint AS %1$s".formatted(type.key()))
                .collect(Collectors.joining(", "));
    }
}
