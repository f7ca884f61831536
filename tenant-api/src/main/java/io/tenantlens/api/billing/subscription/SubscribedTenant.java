package io.tenantlens.api.billing.subscription;

import io.tenantlens.cost.money.Currency;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What bounds the changes of a tenant's subscription.
 *
 * @param settled the last month whose invoice is issued, or settled to be; null if there is none
 */
record SubscribedTenant(
        Currency currency, ZoneId zone, @Nullable YearMonth settled) {

    /** The first day on which something may change still. */
    LocalDate openFrom(LocalDate lastChange) {
        if (settled == null) {
            return lastChange;
        }
        var afterSettled = settled.plusMonths(1).atDay(1);
        return afterSettled.isAfter(lastChange) ? afterSettled : lastChange;
    }
}
