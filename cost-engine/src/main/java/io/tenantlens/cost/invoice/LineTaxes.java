package io.tenantlens.cost.invoice;

import static java.math.BigDecimal.ZERO;

import io.tenantlens.cost.money.Currency;
import io.tenantlens.cost.money.LargestRemainder;
import io.tenantlens.cost.money.Money;
import io.tenantlens.cost.ratecard.ChargeId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The taxes of a bill, rounded so that lines, taxes and the bill agree.
 *
 * <p>The tax of the whole bill is rounded once. It is divided over the taxes, and each tax over its lines, by
 * largest remainder: so each column adds up and no share is a whole unit off.
 */
record LineTaxes(List<Money> byLine, List<TaxTotal> totals) {

    static LineTaxes of(Currency currency, List<ChargeId> charges, List<Money> taxable, List<Tax> taxes) {
        var exact = taxes.stream().map(tax -> exact(tax, charges, taxable)).toList();
        var sums = exact.stream()
                .map(parts -> parts.stream().reduce(ZERO, BigDecimal::add))
                .toList();
        var amounts = LargestRemainder.round(sums, currency.decimals());
        var byLine = new ArrayList<>(Collections.nCopies(charges.size(), Money.zero(currency)));
        var totals = new ArrayList<TaxTotal>();
        for (var t = 0; t < taxes.size(); t++) {
            var shares = LargestRemainder.round(exact.get(t), amounts.get(t), currency.decimals());
            var base = Money.zero(currency);
            for (var i = 0; i < charges.size(); i++) {
                byLine.set(i, byLine.get(i).plus(new Money(shares.get(i), currency)));
                base = taxes.get(t).covers(charges.get(i)) ? base.plus(taxable.get(i)) : base;
            }
            totals.add(
                    new TaxTotal(taxes.get(t).id(), taxes.get(t).percent(), base, new Money(amounts.get(t), currency)));
        }
        return new LineTaxes(byLine, totals);
    }

    private static List<BigDecimal> exact(Tax tax, List<ChargeId> charges, List<Money> taxable) {
        var parts = new ArrayList<BigDecimal>();
        for (var i = 0; i < charges.size(); i++) {
            parts.add(tax.covers(charges.get(i)) ? tax.of(taxable.get(i).amount()) : ZERO);
        }
        return parts;
    }
}
