package io.tenantlens.api.billing.draft;

import io.tenantlens.cost.invoice.Tax;
import io.tenantlens.cost.money.Currency;
import io.tenantlens.cost.ratecard.ChargeId;
import io.tenantlens.cost.time.BillingPeriod;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * Everything that a tenant's bill of a month depends on.
 *
 * @param phases in order; the card of the last one prices the usage of the whole month
 * @param usage of the month by charge, in the units of the meters
 */
public record BillBasis(
        BillingPeriod period,
        Currency currency,
        List<PricedPhase> phases,
        Map<ChargeId, BigDecimal> usage,
        List<EarlierMonth> earlier,
        List<OpenCredit> credits) {

    public BillBasis {
        phases = List.copyOf(phases);
        usage = Map.copyOf(usage);
        earlier = List.copyOf(earlier);
        credits = List.copyOf(credits);
    }

    /** Those of the month's last card; of the month that is corrected where nothing else is billed. */
    List<Tax> taxes() {
        if (!phases.isEmpty()) {
            return phases.getLast().card().plan().taxes();
        }
        return earlier.isEmpty() ? List.of() : earlier.getLast().card().plan().taxes();
    }

    /** The plans of the month as its bill names them. */
    String planTitle() {
        var titles = phases.stream()
                .map(phase -> phase.card().plan().title())
                .distinct()
                .toList();
        return titles.isEmpty() ? "No plan" : String.join(", then ", titles);
    }
}
