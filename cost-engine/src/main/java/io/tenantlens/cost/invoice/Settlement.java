package io.tenantlens.cost.invoice;

import static java.math.BigDecimal.ZERO;

import io.tenantlens.cost.money.Currency;
import io.tenantlens.cost.money.Money;
import io.tenantlens.cost.rating.ChargeLine;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Turns rated charges into the lines of a bill.
 *
 * <p>Coupons come first, each spread over what is left of its lines; then credits, in the order given and over
 * the lines in theirs; then tax; last the credits that settle the total. No coupon or credit takes more than
 * there is to take, so none makes a bill negative.
 */
public final class Settlement {

    private final Currency currency;
    private final List<ChargeLine> lines;
    private final List<Money> coupons;
    private final List<Money> credits;
    private final List<Money> creditsAfterTax;
    private final SortedMap<Integer, CreditUse> used = new TreeMap<>();

    private Settlement(Currency currency, List<ChargeLine> lines) {
        this.currency = currency;
        this.lines = List.copyOf(lines);
        this.coupons = zeros();
        this.credits = zeros();
        this.creditsAfterTax = zeros();
    }

    public static RatedBill settle(
            Currency currency, List<ChargeLine> lines, List<Coupon> coupons, List<Tax> taxes, List<Credit> credits) {
        var settlement = new Settlement(currency, lines);
        coupons.forEach(settlement::spread);
        settlement.use(credits, Credit.Basis.BEFORE_TAX, settlement.credits, settlement.afterCoupons());
        var taxable = settlement.minus(settlement.afterCoupons(), settlement.credits);
        var taxed =
                LineTaxes.of(currency, lines.stream().map(ChargeLine::charge).toList(), taxable, taxes);
        settlement.use(
                credits, Credit.Basis.AFTER_TAX, settlement.creditsAfterTax, settlement.plus(taxable, taxed.byLine()));
        return settlement.bill(taxed);
    }

    private void spread(Coupon coupon) {
        var left = afterCoupons();
        var weights = new ArrayList<BigDecimal>();
        var sum = Money.zero(currency);
        for (var i = 0; i < lines.size(); i++) {
            var covered = coupon.covers(lines.get(i).charge());
            weights.add(covered ? left.get(i).amount().max(ZERO) : ZERO);
            sum = covered ? sum.plus(left.get(i)) : sum;
        }
        var amount = coupon.amount().min(sum);
        if (amount.signum() > 0) {
            var shares = amount.split(weights);
            for (var i = 0; i < shares.size(); i++) {
                coupons.set(i, coupons.get(i).plus(shares.get(i)));
            }
        }
    }

    /** Takes credits of one basis from the open amounts, line by line. */
    private void use(List<Credit> all, Credit.Basis basis, List<Money> taken, List<Money> open) {
        var left = Money.sum(open, currency);
        for (var i = 0; i < all.size(); i++) {
            var credit = all.get(i);
            if (credit.basis() == basis) {
                var use = credit.amount().min(left.max(Money.zero(currency)));
                left = left.minus(use);
                used.put(i, new CreditUse(credit.id(), use, credit.amount().minus(use)));
                take(use, taken, open);
            }
        }
    }

    private void take(Money amount, List<Money> taken, List<Money> open) {
        var left = amount;
        for (var i = 0; i < open.size() && left.signum() > 0; i++) {
            var free = open.get(i).minus(taken.get(i)).max(Money.zero(currency));
            var share = left.min(free);
            taken.set(i, taken.get(i).plus(share));
            left = left.minus(share);
        }
    }

    private RatedBill bill(LineTaxes taxed) {
        var rated = new ArrayList<RatedLine>();
        for (var i = 0; i < lines.size(); i++) {
            rated.add(line(i, taxed.byLine().get(i)));
        }
        return new RatedBill(currency, rated, taxed.totals(), List.copyOf(used.values()));
    }

    private RatedLine line(int i, Money tax) {
        var line = lines.get(i);
        var credit = credits.get(i).plus(creditsAfterTax.get(i));
        var steps = new ArrayList<>(line.steps());
        addStep(steps, "coupons −", coupons.get(i));
        addStep(steps, "credits −", credit);
        addStep(steps, "tax ", tax);
        return new RatedLine(
                line.charge(),
                line.kind(),
                line.quantity(),
                line.unitPrice(),
                line.amount(),
                line.discount().plus(coupons.get(i)),
                credit,
                tax,
                line.tiers(),
                steps);
    }

    private static void addStep(List<String> steps, String label, Money amount) {
        if (!amount.isZero()) {
            steps.add(label + amount);
        }
    }

    private List<Money> afterCoupons() {
        return minus(lines.stream().map(ChargeLine::net).toList(), coupons);
    }

    private List<Money> minus(List<Money> amounts, List<Money> others) {
        return plus(amounts, others.stream().map(Money::negated).toList());
    }

    private List<Money> plus(List<Money> amounts, List<Money> others) {
        var sums = new ArrayList<Money>();
        for (var i = 0; i < amounts.size(); i++) {
            sums.add(amounts.get(i).plus(others.get(i)));
        }
        return sums;
    }

    private List<Money> zeros() {
        return new ArrayList<>(Collections.nCopies(lines.size(), Money.zero(currency)));
    }
}
