package io.tenantlens.cost.ratecard;

import io.tenantlens.cost.money.Currency;
import java.util.HashSet;
import java.util.List;

/** The charges of a plan in the order in which they stand on the bill. */
public record RateCard(Currency currency, List<Charge> charges) {

    public RateCard {
        charges = List.copyOf(charges);
        var seen = new HashSet<ChargeId>();
        for (var charge : charges) {
            if (!seen.add(charge.id())) {
                throw new IllegalArgumentException("charge id is used twice: " + charge.id());
            }
        }
    }
}
