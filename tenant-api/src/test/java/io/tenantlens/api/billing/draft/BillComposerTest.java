package io.tenantlens.api.billing.draft;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantlens.api.billing.MeteredCharge;
import io.tenantlens.api.billing.MeteredCharge.Measure;
import io.tenantlens.api.billing.Plan;
import io.tenantlens.cost.invoice.RatedLine;
import io.tenantlens.cost.invoice.Tax;
import io.tenantlens.cost.meter.MeterKey;
import io.tenantlens.cost.money.Currency;
import io.tenantlens.cost.money.Money;
import io.tenantlens.cost.ratecard.Charge;
import io.tenantlens.cost.ratecard.ChargeId;
import io.tenantlens.cost.ratecard.Conversion;
import io.tenantlens.cost.ratecard.PriceModel;
import io.tenantlens.cost.ratecard.Proration.DayCount;
import io.tenantlens.cost.ratecard.Tier;
import io.tenantlens.cost.ratecard.Tiers;
import io.tenantlens.cost.rating.Billed;
import io.tenantlens.cost.rating.LineKind;
import io.tenantlens.cost.time.BillingPeriod;
import io.tenantlens.cost.time.DateRange;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BillComposerTest {

    private static final BillingPeriod OCTOBER = new BillingPeriod(YearMonth.of(2026, 10), ZoneId.of("Asia/Dhaka"));
    private static final ChargeId REQUESTS = new ChargeId("requests");
    private static final ChargeId SMS = new ChargeId("sms");

    @Test
    void anySplitOfTheUsageOverRuns_addsUpToTheOneRunBill() {
        var random = new SplittableRandom(20261001);
        for (var round = 0; round < 300; round++) {
            var runs = 2 + random.nextInt(4);
            var usage = usage(random);
            var bills = new HashMap<ChargeId, Billed>();
            var first = compose(usage);
            note(bills, first);
            var sum = net(first);
            for (var run = 1; run < runs; run++) {
                usage = run % 3 == 0 ? usage(random) : more(usage, random);
                var corrected = correct(usage, bills);
                note(bills, corrected);
                sum = sum.plus(net(corrected));
            }

            assertThat(sum).as("round %d", round).isEqualTo(net(compose(usage)));
        }
    }

    @Test
    void sameUsageAgain_correctsNothing() {
        var usage = usage(new SplittableRandom(7));
        var bills = new HashMap<ChargeId, Billed>();
        note(bills, compose(usage));

        assertThat(correct(usage, bills).isEmpty()).isTrue();
    }

    @Test
    void columns_addUpToTheBill() {
        var random = new SplittableRandom(11);
        for (var round = 0; round < 200; round++) {
            var bill = compose(usage(random)).bill();

            assertThat(Money.sum(bill.lines().stream().map(RatedLine::total).toList(), Currency.BDT))
                    .isEqualTo(bill.subtotal()
                            .minus(bill.discount())
                            .minus(bill.credit())
                            .plus(bill.tax()));
        }
    }

    @Test
    void correctionThatGivesBack_lowersTaxToo() {
        var bills = new HashMap<ChargeId, Billed>();
        note(bills, compose(Map.of(SMS, new BigDecimal("1000"))));

        var corrected = correct(Map.of(SMS, new BigDecimal("400")), bills);

        assertThat(corrected.lines()).singleElement().satisfies(line -> {
            assertThat(line.rated().kind()).isEqualTo(LineKind.CORRECTION);
            assertThat(line.rated().amount()).isEqualTo(Money.bdt("-210.00"));
            assertThat(line.rated().tax()).isEqualTo(Money.bdt("-31.50"));
        });
    }

    @Test
    void credits_takeWhatIsDueAndNoMore() {
        var draft = BillComposer.compose(new BillBasis(
                OCTOBER,
                Currency.BDT,
                List.of(new PricedPhase(card(DayCount.ACTUAL), OCTOBER.dates())),
                Map.of(),
                List.of(),
                List.of(credit("first", "1000.00"), credit("second", "900.00"), credit("third", "5.00"))));

        assertThat(draft.bill().total()).isEqualTo(Money.bdt("0.00"));
        assertThat(draft.lines())
                .filteredOn(line -> line.rated().kind() == LineKind.CREDIT)
                .extracting(line -> line.rated().amount())
                .containsExactly(Money.bdt("-1000.00"), Money.bdt("-550.00"));
    }

    @ParameterizedTest
    @CsvSource({"ACTUAL, 1114.52", "FIXED_30, 1100.00", ", 1550.00"})
    void feeOfAPlanFromThe10th_followsTheCardsPolicy(@Nullable DayCount dayCount, String due) {
        var draft = BillComposer.compose(new BillBasis(
                OCTOBER,
                Currency.BDT,
                List.of(new PricedPhase(
                        card(dayCount),
                        new DateRange(
                                LocalDate.of(2026, 10, 10), OCTOBER.dates().end()))),
                Map.of(),
                List.of(),
                List.of()));

        assertThat(draft.bill().subtotal()).isEqualTo(Money.bdt(due));
    }

    private static Card card(@Nullable DayCount dayCount) {
        var charges = List.of(
                charge(Charge.of("base", new PriceModel.Flat(new BigDecimal("1500"))), null),
                charge(
                        Charge.of("requests", new PriceModel.Graduated(tiers()))
                                .withConvert(new Conversion(new BigDecimal("1000"), Conversion.Round.CEIL))
                                .withDiscountPercent(new BigDecimal("7.5"))
                                .withBounds(new BigDecimal("50"), new BigDecimal("900")),
                        "requests"),
                charge(Charge.of("sms", new PriceModel.Unit(new BigDecimal("0.35"))), "sms"));
        var plan = new Plan(
                "Starter",
                Currency.BDT,
                LocalDate.of(2025, 1, 1),
                charges,
                List.of(new Tax("vat", new BigDecimal("15"), Set.of())));
        return new Card(new CardRef("starter", plan.validFrom()), plan, dayCount);
    }

    private static Tiers tiers() {
        return new Tiers(List.of(
                new Tier(new BigDecimal("10"), BigDecimal.ZERO, BigDecimal.ZERO),
                new Tier(new BigDecimal("50"), new BigDecimal("12.345"), new BigDecimal("20")),
                new Tier(null, new BigDecimal("9.1"), BigDecimal.ZERO)));
    }

    private static MeteredCharge charge(Charge charge, @Nullable String meter) {
        return new MeteredCharge(
                charge.id().value(),
                "units",
                meter == null ? null : new MeterKey(meter),
                Map.of(),
                Measure.SUM,
                charge);
    }

    private static BillDraft compose(Map<ChargeId, BigDecimal> usage) {
        return BillComposer.compose(new BillBasis(
                OCTOBER,
                Currency.BDT,
                List.of(new PricedPhase(card(DayCount.ACTUAL), OCTOBER.dates())),
                usage,
                List.of(),
                List.of()));
    }

    private static BillDraft correct(Map<ChargeId, BigDecimal> usage, Map<ChargeId, Billed> billed) {
        var earlier = new EarlierMonth(OCTOBER, card(DayCount.ACTUAL), usage, billed);
        return BillComposer.compose(
                new BillBasis(OCTOBER.next(), Currency.BDT, List.of(), Map.of(), List.of(earlier), List.of()));
    }

    /** As invoices remember it: a minimum has an amount and no quantity. */
    private static void note(Map<ChargeId, Billed> billed, BillDraft draft) {
        for (var line : draft.lines()) {
            if (line.meter() != null) {
                var rated = line.rated();
                var quantity = rated.kind() == LineKind.MINIMUM ? BigDecimal.ZERO : rated.quantity();
                billed.merge(
                        rated.charge(),
                        new Billed(quantity, rated.amount().minus(rated.discount())),
                        (one, other) -> new Billed(
                                one.quantity().add(other.quantity()),
                                one.amount().plus(other.amount())));
            }
        }
    }

    private static Money net(BillDraft draft) {
        return draft.bill().subtotal().minus(draft.bill().discount());
    }

    private static Map<ChargeId, BigDecimal> usage(SplittableRandom random) {
        return Map.of(
                REQUESTS, BigDecimal.valueOf(random.nextInt(200_000)),
                SMS, BigDecimal.valueOf(random.nextInt(5_000), 1));
    }

    private static Map<ChargeId, BigDecimal> more(Map<ChargeId, BigDecimal> usage, SplittableRandom random) {
        var more = new HashMap<ChargeId, BigDecimal>();
        usage.forEach((charge, quantity) -> more.put(charge, quantity.add(BigDecimal.valueOf(random.nextInt(20_000)))));
        return more;
    }

    private static OpenCredit credit(String key, String amount) {
        return new OpenCredit(key, "Credit", "because", Money.bdt(amount));
    }
}
