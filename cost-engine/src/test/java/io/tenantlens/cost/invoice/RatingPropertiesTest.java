package io.tenantlens.cost.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantlens.cost.money.Currency;
import io.tenantlens.cost.money.Money;
import io.tenantlens.cost.ratecard.ChargeId;
import io.tenantlens.cost.ratecard.RateCard;
import io.tenantlens.cost.rating.Billed;
import io.tenantlens.cost.rating.Consumption;
import io.tenantlens.cost.rating.LineKind;
import io.tenantlens.cost.time.DateRange;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every rate card and every usage, tried on many seeds. */
class RatingPropertiesTest {

    private static final DateRange OCTOBER = new DateRange(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 11, 1));

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void anySplitOfUsageOverRuns_sumsToTheOneRunBill(long seed) {
        var random = new RandomCards(seed);
        var card = random.card();
        var billed = new HashMap<ChargeId, List<Billed>>();
        var cumulative = new HashMap<ChargeId, BigDecimal>();
        var sum = Money.zero(Currency.BDT);
        for (var run = 0; run < 5; run++) {
            card.charges().forEach(charge -> cumulative.merge(charge.id(), random.quantity(), BigDecimal::add));
            var bill = BillRater.rate(request(card, cumulative, billed));
            sum = sum.plus(bill.total());
            book(bill, billed);
        }

        var once = BillRater.rate(request(card, cumulative, Map.of()));

        assertThat(sum).isEqualTo(once.total());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void replay_changesNothing(long seed) {
        var random = new RandomCards(seed);
        var card = random.card();
        var usage = new HashMap<ChargeId, BigDecimal>();
        card.charges().forEach(charge -> usage.put(charge.id(), random.quantity()));
        var billed = new HashMap<ChargeId, List<Billed>>();
        book(BillRater.rate(request(card, usage, Map.of())), billed);

        var again = BillRater.rate(request(card, usage, billed));

        assertThat(again.total()).isEqualTo(Money.zero(Currency.BDT));
        assertThat(again.lines()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void columns_footAndNothingTurnsNegative(long seed) {
        var random = new RandomCards(seed);
        var card = random.card();
        var usage = new HashMap<ChargeId, Consumption>();
        card.charges().forEach(charge -> usage.put(charge.id(), new Consumption.Quantity(random.quantity())));
        var coupons = List.of(new Coupon(random.money(), Set.of()), new Coupon(random.money(), random.some(card)));
        var taxes = List.of(random.tax("vat", card), random.tax("levy", card));
        var credits = List.of(
                new Credit("grant", random.money(), Credit.Basis.BEFORE_TAX),
                new Credit("wallet", random.money(), Credit.Basis.AFTER_TAX));

        var bill = BillRater.rate(new BillRequest(card, OCTOBER, usage, Map.of(), coupons, taxes, credits));

        assertThat(bill.subtotal().minus(bill.discount()).minus(bill.credit()).plus(bill.tax()))
                .isEqualTo(bill.total());
        assertThat(column(bill.taxes(), TaxTotal::amount)).isEqualTo(bill.tax());
        assertThat(column(bill.credits(), CreditUse::used)).isEqualTo(bill.credit());
        assertThat(bill.lines())
                .allSatisfy(line -> assertThat(line.total().signum()).isNotNegative());
    }

    private static <T> Money column(List<T> rows, Function<T, Money> column) {
        return Money.sum(rows.stream().map(column).toList(), Currency.BDT);
    }

    private static BillRequest request(
            RateCard card, Map<ChargeId, BigDecimal> quantities, Map<ChargeId, List<Billed>> billed) {
        var usage = new HashMap<ChargeId, Consumption>();
        quantities.forEach((charge, quantity) -> usage.put(charge, new Consumption.Quantity(quantity)));
        return new BillRequest(card, OCTOBER, usage, billed, List.of(), List.of(), List.of());
    }

    /** As an invoice run books a bill: the quantity stands on one line, the minimum has none. */
    private static void book(RatedBill bill, Map<ChargeId, List<Billed>> billed) {
        for (var line : bill.lines()) {
            var quantity = line.kind() == LineKind.MINIMUM ? BigDecimal.ZERO : line.quantity();
            billed.computeIfAbsent(line.charge(), _ -> new ArrayList<>())
                    .add(new Billed(quantity, line.amount().minus(line.discount())));
        }
    }
}
