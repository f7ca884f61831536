package io.tenantlens.cost.rating;

import static java.math.BigDecimal.ONE;
import static java.math.BigDecimal.ZERO;

import io.tenantlens.cost.money.Currency;
import io.tenantlens.cost.money.Money;
import io.tenantlens.cost.ratecard.Charge;
import io.tenantlens.cost.ratecard.PriceModel;
import io.tenantlens.cost.ratecard.Proration;
import io.tenantlens.cost.time.DateRange;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * Rates one charge of a service period.
 *
 * <p>Everything is exact until the line is rounded once. Where earlier runs booked something, the whole period
 * is rated again and the line is the difference, so that any number of runs adds up to the one-run bill.
 */
public final class ChargeRater {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Currency currency;
    private final DateRange period;

    public ChargeRater(Currency currency, DateRange period) {
        this.currency = currency;
        this.period = period;
    }

    /**
     * The lines of a charge: usage and, if it is not reached, the minimum; or one correction; or none if nothing
     * changed since the last run.
     *
     * @param usage of the whole service period
     * @param billed by earlier runs of the same period; empty for the first
     * @throws IllegalArgumentException if the usage does not fit the model
     */
    public List<ChargeLine> rate(Charge charge, Consumption usage, List<Billed> billed) {
        var priced = Pricing.ofConsumption(charge, usage);
        var assessed = assess(charge, priced);
        return billed.isEmpty() ? lines(charge, priced, assessed) : correction(charge, priced, assessed, billed);
    }

    private List<ChargeLine> lines(Charge charge, Priced priced, Assessed assessed) {
        var kind = charge.model() instanceof PriceModel.Flat ? LineKind.FLAT : LineKind.USAGE;
        var steps = new ArrayList<>(assessed.steps());
        steps.add("rounded: " + assessed.net());
        var lines = new ArrayList<ChargeLine>();
        lines.add(new ChargeLine(
                charge.id(),
                kind,
                priced.quantity(),
                priced.unitPrice(),
                assessed.gross(),
                assessed.discount(),
                priced.tiers(),
                steps));
        if (assessed.topUp().signum() > 0) {
            lines.add(new ChargeLine(
                    charge.id(),
                    LineKind.MINIMUM,
                    ONE,
                    assessed.topUp().amount(),
                    assessed.topUp(),
                    Money.zero(currency),
                    List.of(),
                    List.of(minimumStep(assessed))));
        }
        return lines;
    }

    private List<ChargeLine> correction(Charge charge, Priced priced, Assessed assessed, List<Billed> billed) {
        var billedQuantity = billed.stream().map(Billed::quantity).reduce(ZERO, BigDecimal::add);
        var billedAmount = Money.sum(billed.stream().map(Billed::amount).toList(), currency);
        var due = assessed.net().plus(assessed.topUp()).minus(billedAmount);
        var discount = assessed.discount().minus(discountOf(charge, billedQuantity, billedAmount));
        var quantity = priced.quantity().subtract(billedQuantity);
        if (due.isZero() && discount.isZero() && quantity.signum() == 0) {
            return List.of();
        }
        var steps = new ArrayList<>(assessed.steps());
        if (assessed.topUp().signum() > 0) {
            steps.add(minimumStep(assessed));
        }
        steps.add("whole period: " + assessed.net().plus(assessed.topUp()));
        steps.add("already billed %s for %s, so the difference is %s"
                .formatted(billedAmount, Plain.of(billedQuantity), due));
        return List.of(new ChargeLine(
                charge.id(),
                LineKind.CORRECTION,
                quantity,
                priced.unitPrice(),
                due.plus(discount),
                discount,
                priced.tiers(),
                steps));
    }

    /** The discount that earlier runs gave, found by rating what they billed. */
    private Money discountOf(Charge charge, BigDecimal billedQuantity, Money billedAmount) {
        var percent = charge.discountPercent();
        if (percent.signum() == 0 && charge.maximum() == null) {
            return Money.zero(currency);
        }
        if (charge.model() instanceof PriceModel.Percentage || billedQuantity.signum() < 0) {
            // The single events are not known any more; what was paid tells the discount unless it was all of it.
            var paid = HUNDRED.subtract(percent);
            return paid.signum() == 0
                    ? Money.zero(currency)
                    : Money.rounded(
                            billedAmount.amount().multiply(percent).divide(paid, 40, RoundingMode.HALF_UP), currency);
        }
        return assess(charge, Pricing.ofQuantity(charge.model(), billedQuantity))
                .discount();
    }

    private Assessed assess(Charge charge, Priced priced) {
        var steps = new ArrayList<>(priced.steps());
        var share = charge.prorate() == null
                ? new Proration.Share(1, 1)
                : charge.prorate().shareOf(period);
        var flat = share.times(priced.flat());
        if (charge.prorate() != null && priced.flat().signum() != 0) {
            steps.add("flat %s × %d/%d days = %s"
                    .formatted(Plain.of(priced.flat()), share.days(), share.of(), Plain.of(flat)));
        }
        var gross = priced.usage().add(flat);
        var net = gross;
        if (charge.discountPercent().signum() != 0) {
            net = gross.multiply(HUNDRED.subtract(charge.discountPercent())).movePointLeft(2);
            steps.add("%s %% discount: %s → %s"
                    .formatted(Plain.of(charge.discountPercent()), Plain.of(gross), Plain.of(net)));
        }
        if (charge.maximum() != null && net.compareTo(share.times(charge.maximum())) > 0) {
            var most = share.times(charge.maximum());
            steps.add("at most %s: %s → %s".formatted(Plain.of(most), Plain.of(net), Plain.of(most)));
            net = most;
        }
        var least = charge.minimum() == null ? ZERO : share.times(charge.minimum());
        return new Assessed(
                Money.rounded(gross, currency), Money.rounded(net, currency), Money.rounded(least, currency), steps);
    }

    private static String minimumStep(Assessed assessed) {
        return "at least %s: %s + %s".formatted(assessed.least(), assessed.net(), assessed.topUp());
    }

    /** A charge in money: before and after discounts, and the least it may cost. */
    private record Assessed(Money gross, Money net, Money least, List<String> steps) {

        Money discount() {
            return gross.minus(net);
        }

        Money topUp() {
            return least.max(net).minus(net);
        }
    }
}
