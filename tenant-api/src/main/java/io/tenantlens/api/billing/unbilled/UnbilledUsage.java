package io.tenantlens.api.billing.unbilled;

import io.tenantlens.cost.meter.MeterKey;
import io.tenantlens.cost.money.Money;
import io.tenantlens.cost.tenant.TenantId;
import java.math.BigDecimal;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * Usage of a month that is not billed.
 *
 * @param quantity in the unit of the meter; below zero where late usage turned out less than was billed
 * @param amount what the next run will correct, before tax; null where nothing prices the usage
 */
public record UnbilledUsage(
        TenantId tenant,
        YearMonth month,
        MeterKey meter,
        Cause cause,
        BigDecimal quantity,
        @Nullable Money amount) {}
