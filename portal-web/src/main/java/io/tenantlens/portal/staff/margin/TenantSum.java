package io.tenantlens.portal.staff.margin;

import io.tenantlens.api.directory.Tenant;
import io.tenantlens.cost.tenant.TenantId;
import java.math.BigDecimal;

/** A tenant's months together, and those that they are compared with. */
record TenantSum(TenantId tenant, String name, Tenant.Tier tier, String plan, MarginSum now, MarginSum before) {

    BigDecimal change() {
        return now.amount().subtract(before.amount());
    }
}
