package io.tenantlens.cost.ratecard;

import java.math.BigDecimal;
import java.util.List;

/**
 * Tiers in ascending order, of which only the last may be without end.
 *
 * @param flatAtZero whether the first tier's flat amount is due when nothing was used
 */
public record Tiers(List<Tier> list, boolean flatAtZero) {

    public Tiers {
        list = List.copyOf(list);
        if (list.isEmpty()) {
            throw new IllegalArgumentException("at least one tier is required");
        }
        for (var i = 1; i < list.size(); i++) {
            var below = list.get(i - 1).upTo();
            var upTo = list.get(i).upTo();
            if (below == null) {
                throw new IllegalArgumentException("only the last tier may be without end");
            }
            if (upTo != null && upTo.compareTo(below) <= 0) {
                throw new IllegalArgumentException(
                        "tiers must ascend: " + upTo.toPlainString() + " comes after " + below.toPlainString());
            }
        }
    }

    public Tiers(List<Tier> list) {
        this(list, true);
    }

    /**
     * The index of the tier that a quantity falls into; bounds belong to the tier below.
     *
     * @throws IllegalArgumentException if the quantity is above the last tier's end
     */
    public int indexOf(BigDecimal quantity) {
        for (var i = 0; i < list.size(); i++) {
            if (list.get(i).holds(quantity)) {
                return i;
            }
        }
        throw new IllegalArgumentException("quantity " + quantity.toPlainString()
                + " is above the last tier, which ends at " + list.getLast().upTo());
    }

    /** Where a tier starts, excluded: the end of the tier below, zero for the first. */
    public BigDecimal startOf(int index) {
        var below = index == 0 ? null : list.get(index - 1).upTo();
        return below == null ? BigDecimal.ZERO : below;
    }
}
