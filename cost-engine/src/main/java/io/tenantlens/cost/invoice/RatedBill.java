package io.tenantlens.cost.invoice;

import io.tenantlens.cost.money.Currency;
import io.tenantlens.cost.money.Money;
import java.util.List;
import java.util.function.Function;

/** A rated service period; every total is the sum of its column. */
public record RatedBill(Currency currency, List<RatedLine> lines, List<TaxTotal> taxes, List<CreditUse> credits) {

    public RatedBill {
        lines = List.copyOf(lines);
        taxes = List.copyOf(taxes);
        credits = List.copyOf(credits);
    }

    /** Before discounts, credits and tax. */
    public Money subtotal() {
        return column(RatedLine::amount);
    }

    public Money discount() {
        return column(RatedLine::discount);
    }

    public Money credit() {
        return column(RatedLine::credit);
    }

    public Money tax() {
        return column(RatedLine::tax);
    }

    public Money total() {
        return column(RatedLine::total);
    }

    public Money creditRemaining() {
        return Money.sum(credits.stream().map(CreditUse::remaining).toList(), currency);
    }

    private Money column(Function<RatedLine, Money> column) {
        return Money.sum(lines.stream().map(column).toList(), currency);
    }
}
