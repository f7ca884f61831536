package io.tenantlens.standalone.bench;

import io.tenantlens.cost.ratecard.Tier;
import io.tenantlens.cost.ratecard.Tiers;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;

/** The card of the rating benchmark: each charge with four graduated tiers of its own. */
final class RatingCards {

    private RatingCards() {}

    static List<Tiers> graduated(int charges) {
        return IntStream.rangeClosed(1, charges).mapToObj(RatingCards::tiers).toList();
    }

    private static Tiers tiers(int charge) {
        return new Tiers(List.of(
                tier("1000", 125 + charge, 350),
                tier("50000", 99 + charge, 0),
                tier("1000000.5", 71 + charge, 1200),
                tier("", 42 + charge, 0)));
    }

    /** A price in ten-thousandths and a flat amount in hundredths of the currency. */
    private static Tier tier(String upTo, int price, int flat) {
        return new Tier(
                upTo.isEmpty() ? null : new BigDecimal(upTo),
                BigDecimal.valueOf(price, 4),
                BigDecimal.valueOf(flat, 2));
    }
}
