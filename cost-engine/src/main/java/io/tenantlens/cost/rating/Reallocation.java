package io.tenantlens.cost.rating;

import io.tenantlens.cost.money.Money;
import java.math.BigDecimal;
import java.util.List;

/**
 * Moves billed quantity from one resource to another without changing what is billed in all.
 *
 * @param quantity that was billed on the wrong resource
 */
public record Reallocation(String from, String to, BigDecimal quantity, Money amount) {

    /** Only the differences: two rows that sum to zero. */
    public List<Row> asDelta() {
        return List.of(new Row(from, quantity.negate(), amount.negated()), new Row(to, quantity, amount));
    }

    /** As a ledger keeps it: the old row reversed, then booked anew on both. */
    public List<Row> asLedger(BigDecimal billedQuantity, Money billedAmount) {
        return List.of(
                new Row(from, billedQuantity.negate(), billedAmount.negated()),
                new Row(from, billedQuantity.subtract(quantity), billedAmount.minus(amount)),
                new Row(to, quantity, amount));
    }

    /** One correction row. */
    public record Row(String resource, BigDecimal quantity, Money amount) {}
}
