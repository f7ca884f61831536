package io.tenantlens.cost.invoice;

import static java.math.BigDecimal.ZERO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantlens.cost.money.Currency;
import io.tenantlens.cost.money.Money;
import io.tenantlens.cost.ratecard.Charge;
import io.tenantlens.cost.ratecard.ChargeId;
import io.tenantlens.cost.ratecard.PriceModel;
import io.tenantlens.cost.ratecard.RateCard;
import io.tenantlens.cost.ratecard.Tier;
import io.tenantlens.cost.ratecard.Tiers;
import io.tenantlens.cost.rating.Consumption;
import io.tenantlens.cost.rating.LineKind;
import io.tenantlens.cost.time.DateRange;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BillRaterTest {

    private static final DateRange OCTOBER = new DateRange(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 11, 1));
    private static final Charge REQUESTS = Charge.of("requests", new PriceModel.Unit(BigDecimal.TEN));

    @Test
    void creditBeforeTax_lowersWhatIsTaxed() {
        var bill = rate(REQUESTS, 10, List.of(vat()), credit("40", Credit.Basis.BEFORE_TAX));

        assertThat(bill.tax()).isEqualTo(Money.bdt("9.00"));
        assertThat(bill.total()).isEqualTo(Money.bdt("69.00"));
    }

    @Test
    void creditAfterTax_paysTheTotal() {
        var bill = rate(REQUESTS, 10, List.of(vat()), credit("40", Credit.Basis.AFTER_TAX));

        assertThat(bill.tax()).isEqualTo(Money.bdt("15.00"));
        assertThat(bill.total()).isEqualTo(Money.bdt("75.00"));
    }

    @Test
    void credit_neverMakesABillNegative() {
        var bill = rate(REQUESTS, 1, List.of(vat()), credit("40", Credit.Basis.BEFORE_TAX));

        assertThat(bill.total()).isEqualTo(Money.bdt("0"));
        assertThat(bill.creditRemaining()).isEqualTo(Money.bdt("30"));
    }

    @Test
    void coupon_biggerThanItsLines_takesOnlyThem() {
        var card =
                new RateCard(Currency.BDT, List.of(REQUESTS, Charge.of("plan", new PriceModel.Flat(BigDecimal.ONE))));
        var coupon = new Coupon(Money.bdt("500"), Set.of(REQUESTS.id()));

        var bill = BillRater.rate(
                new BillRequest(card, OCTOBER, usage(10), Map.of(), List.of(coupon), List.of(), List.of()));

        assertThat(bill.discount()).isEqualTo(Money.bdt("100"));
        assertThat(bill.total()).isEqualTo(Money.bdt("1"));
    }

    @Test
    void line_explainsEachStepInWords() {
        var charge = REQUESTS.withFreeUnits(BigDecimal.TWO)
                .withDiscountPercent(new BigDecimal("50"))
                .withBounds(null, new BigDecimal("30"));

        var line = rate(charge, 10, List.of(), List.of()).lines().getFirst();

        assertThat(line.kind()).isEqualTo(LineKind.USAGE);
        assertThat(line.steps())
                .containsExactly(
                        "10 − 2 free = 8",
                        "8 × 10 = 80",
                        "50 % discount: 80 → 40",
                        "at most 30: 40 → 30",
                        "rounded: 30.00 BDT");
    }

    @Test
    void usageAboveTheLastTier_isRefusedWithItsCharge() {
        var tiers = new Tiers(List.of(new Tier(BigDecimal.TEN, BigDecimal.ONE, ZERO)));
        var charge = Charge.of("requests", new PriceModel.Graduated(tiers));

        assertThat(rate(charge, 10, List.of(), List.of()).total()).isEqualTo(Money.bdt("10"));
        assertThatThrownBy(() -> rate(charge, 11, List.of(), List.of()))
                .isInstanceOfSatisfying(
                        RatingException.class, e -> assertThat(e.charge()).isEqualTo(charge.id()))
                .hasMessage("quantity 11 is above the last tier, which ends at 10");
    }

    private static RatedBill rate(Charge charge, int quantity, List<Tax> taxes, List<Credit> credits) {
        var card = new RateCard(Currency.BDT, List.of(charge));
        return BillRater.rate(new BillRequest(card, OCTOBER, usage(quantity), Map.of(), List.of(), taxes, credits));
    }

    private static Map<ChargeId, Consumption> usage(int quantity) {
        return Map.of(REQUESTS.id(), new Consumption.Quantity(BigDecimal.valueOf(quantity)));
    }

    private static Tax vat() {
        return new Tax("vat", new BigDecimal("15"), Set.of());
    }

    private static List<Credit> credit(String amount, Credit.Basis basis) {
        return List.of(new Credit("c1", Money.bdt(amount), basis));
    }
}
