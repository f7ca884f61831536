package io.tenantlens.api.margin;

import io.tenantlens.api.cost.CostType;
import io.tenantlens.api.directory.Tenant;
import io.tenantlens.cost.margin.Margin;
import io.tenantlens.cost.tenant.TenantId;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A tenant's month.
 *
 * @param billed the revenue is that of its issued invoices, before tax and at the month's exchange rate
 * @param byType of the cost
 */
public record TenantMargin(
        TenantId tenant,
        String name,
        Tenant.Tier tier,
        String plan,
        YearMonth month,
        BigDecimal revenue,
        boolean billed,
        SortedMap<CostType, BigDecimal> byType) {

    public TenantMargin {
        byType = Collections.unmodifiableSortedMap(new TreeMap<>(byType));
    }

    public BigDecimal cost() {
        return byType.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    public Margin margin() {
        return new Margin(revenue, cost());
    }
}
