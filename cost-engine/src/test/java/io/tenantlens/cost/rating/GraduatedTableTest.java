package io.tenantlens.cost.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantlens.cost.money.Currency;
import io.tenantlens.cost.ratecard.Charge;
import io.tenantlens.cost.ratecard.PriceModel;
import io.tenantlens.cost.ratecard.Tier;
import io.tenantlens.cost.ratecard.Tiers;
import io.tenantlens.cost.time.DateRange;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GraduatedTableTest {

    private static final DateRange OCTOBER = new DateRange(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 11, 1));

    private static final Tiers TIERS = new Tiers(
            List.of(tier("1000", "0.0125", "3.50"), tier("250000.5", "0.00995", "0"), tier(null, "0.0071", "12")));

    private final GraduatedTable table = new GraduatedTable(TIERS, 3, Currency.BDT);

    @Test
    void minorUnits_areWhatTheRaterGives() {
        var random = new Random(20261001);
        for (var run = 0; run < 5_000; run++) {
            assertSameAsRater(random.nextLong(500_000_000));
        }
    }

    @Test
    void minorUnits_atAndAroundABound_areExact() {
        for (var quantity : new long[] {0, 1, 999_999, 1_000_000, 1_000_001, 250_000_500, 250_000_501}) {
            assertSameAsRater(quantity);
        }
    }

    @Test
    void minorUnits_beyondLongs_areStillExact() {
        assertSameAsRater(Long.MAX_VALUE / 2);
        assertSameAsRater(Long.MAX_VALUE);
    }

    @Test
    void table_thatEnds_isRefused() {
        var ends = new Tiers(List.of(tier("10", "1", "0")));

        assertThatThrownBy(() -> new GraduatedTable(ends, 0, Currency.BDT))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private void assertSameAsRater(long quantity) {
        var charge = Charge.of("requests", new PriceModel.Graduated(TIERS));
        var usage = new Consumption.Quantity(BigDecimal.valueOf(quantity, 3));

        var line = new ChargeRater(Currency.BDT, OCTOBER)
                .rate(charge, usage, List.of())
                .getFirst();

        assertThat(BigDecimal.valueOf(table.minorUnits(quantity), 2))
                .isEqualByComparingTo(line.amount().amount());
    }

    private static Tier tier(@Nullable String upTo, String unit, String flat) {
        return new Tier(upTo == null ? null : new BigDecimal(upTo), new BigDecimal(unit), new BigDecimal(flat));
    }
}
