package io.tenantlens.api.billing.draft;

import io.tenantlens.cost.ratecard.ChargeId;
import io.tenantlens.cost.rating.Billed;
import io.tenantlens.cost.time.BillingPeriod;
import java.math.BigDecimal;
import java.util.Map;

/**
 * A month that was invoiced, to be rated again with what is known of it now.
 *
 * @param usage of the whole month in the units of the meters
 * @param billed by its invoice and by all corrections since
 */
public record EarlierMonth(
        BillingPeriod period, Card card, Map<ChargeId, BigDecimal> usage, Map<ChargeId, Billed> billed) {

    public EarlierMonth {
        usage = Map.copyOf(usage);
        billed = Map.copyOf(billed);
    }
}
