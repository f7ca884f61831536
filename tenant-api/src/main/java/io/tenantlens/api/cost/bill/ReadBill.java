package io.tenantlens.api.cost.bill;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** The charges of one bill added up by pool, tenant and day. */
final class ReadBill {

    /** Where a cost goes. */
    record Cell(String pool, String tenant, LocalDate day) {}

    private final BillKey key;
    private final String currency;
    private final Map<Cell, BigDecimal> cells = new HashMap<>();
    private final Map<String, BigDecimal> pools = new TreeMap<>();
    private int charges;
    private BigDecimal billed = BigDecimal.ZERO;
    private BigDecimal effective = BigDecimal.ZERO;

    ReadBill(BillKey key, String currency) {
        this.key = key;
        this.currency = currency;
    }

    /** @throws IllegalArgumentException if the charge is in another currency than those before */
    void add(BillCharge charge) {
        if (!charge.currency().equals(currency)) {
            throw new IllegalArgumentException("the bill of %s for %s is in %s and in %s"
                    .formatted(key.source(), key.period().start(), currency, charge.currency()));
        }
        charges++;
        billed = billed.add(charge.billed());
        effective = effective.add(charge.effective());
        pools.merge(charge.pool(), charge.effective(), BigDecimal::add);
        charge.byDay()
                .forEach((day, cost) ->
                        cells.merge(new Cell(charge.pool(), charge.tenant(), day), cost, BigDecimal::add));
    }

    BillKey key() {
        return key;
    }

    String currency() {
        return currency;
    }

    Map<Cell, BigDecimal> cells() {
        return cells;
    }

    /** Effective cost by pool. */
    Map<String, BigDecimal> pools() {
        return pools;
    }

    int charges() {
        return charges;
    }

    BigDecimal billed() {
        return billed;
    }

    BigDecimal effective() {
        return effective;
    }
}
