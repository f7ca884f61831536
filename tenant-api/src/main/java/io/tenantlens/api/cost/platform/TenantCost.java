package io.tenantlens.api.cost.platform;

import io.tenantlens.api.cost.CostType;
import io.tenantlens.api.directory.Tenant;
import io.tenantlens.cost.tenant.TenantId;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What one tenant costs over a range of days.
 *
 * @param byType without types that cost nothing
 * @param before over the days that the range is compared with
 */
public record TenantCost(
        TenantId tenant,
        String name,
        Tenant.Tier tier,
        String plan,
        boolean dedicated,
        BigDecimal total,
        SortedMap<CostType, BigDecimal> byType,
        BigDecimal before,
        UsedFigures used) {

    private static final Set<CostType> STORAGE =
            EnumSet.of(CostType.DATABASE_STORAGE, CostType.FILE_STORAGE, CostType.BACKUP_STORAGE);

    public TenantCost {
        byType = Collections.unmodifiableSortedMap(new TreeMap<>(byType));
    }

    public BigDecimal of(CostType type) {
        return byType.getOrDefault(type, BigDecimal.ZERO);
    }

    public BigDecimal storage() {
        return STORAGE.stream().map(this::of).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
