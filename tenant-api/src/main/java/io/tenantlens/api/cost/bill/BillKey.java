package io.tenantlens.api.cost.bill;

import io.tenantlens.cost.time.DateRange;
import java.util.Comparator;

/** A bill is known by who sent it and for which billing period: another of the same takes its place. */
record BillKey(String source, DateRange period) implements Comparable<BillKey> {

    private static final Comparator<BillKey> ORDER = Comparator.comparing(BillKey::source)
            .thenComparing(key -> key.period().start())
            .thenComparing(key -> key.period().end());

    @Override
    public int compareTo(BillKey other) {
        return ORDER.compare(this, other);
    }
}
