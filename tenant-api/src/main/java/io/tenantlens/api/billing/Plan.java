package io.tenantlens.api.billing;

import io.tenantlens.cost.invoice.Tax;
import io.tenantlens.cost.money.Currency;
import io.tenantlens.cost.ratecard.RateCard;
import java.time.LocalDate;
import java.util.List;

/** A plan as it is priced from a day on, until a later card of the same plan takes over. */
public record Plan(String title, Currency currency, LocalDate validFrom, List<MeteredCharge> charges, List<Tax> taxes) {

    public Plan {
        charges = List.copyOf(charges);
        taxes = List.copyOf(taxes);
    }

    public RateCard card() {
        return new RateCard(
                currency, charges.stream().map(MeteredCharge::charge).toList());
    }
}
