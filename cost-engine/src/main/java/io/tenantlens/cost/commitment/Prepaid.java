package io.tenantlens.cost.commitment;

import io.tenantlens.cost.money.Money;
import java.util.ArrayList;
import java.util.List;

/**
 * Money paid in advance. It is billed when it is bought and becomes effective cost when it is used, so billed
 * and effective cost agree over the term.
 */
public record Prepaid(Money purchased) {

    public Prepaid {
        if (purchased.signum() < 0) {
            throw new IllegalArgumentException("prepaid amount must not be negative: " + purchased);
        }
    }

    /** Draws usage down in its order. */
    public Drawdown draw(List<Money> usage) {
        var zero = Money.zero(purchased.currency());
        var left = purchased;
        var rows = new ArrayList<Row>();
        for (var amount : usage) {
            var covered = amount.min(left).max(zero);
            left = left.minus(covered);
            rows.add(new Row(amount.minus(covered), amount));
        }
        return new Drawdown(rows, left);
    }

    /** One usage: what is billed beyond the prepaid money, and what it costs in effect. */
    public record Row(Money billed, Money effective) {}

    /**
     * What became of the money.
     *
     * @param unused forfeited at the end of the term: effective, never billed again
     */
    public record Drawdown(List<Row> rows, Money unused) {

        public Drawdown {
            rows = List.copyOf(rows);
        }
    }
}
