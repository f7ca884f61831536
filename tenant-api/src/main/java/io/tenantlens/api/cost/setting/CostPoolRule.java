package io.tenantlens.api.cost.setting;

import io.tenantlens.api.cost.CostType;
import io.tenantlens.cost.allocation.IdlePolicy;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A pool as it stands from a day on.
 *
 * @param hosting whose tenants take part
 * @param unitCost what prices it; null if its amounts come from bills alone
 * @param driver what it is priced by; null for a fixed amount a month
 * @param capacityPerHour units paid for each hour whether used or not; null if only usage is paid
 */
public record CostPoolRule(
        String pool,
        LocalDate validFrom,
        String title,
        CostType type,
        Kind kind,
        Hosting hosting,
        @Nullable String unitCost,
        @Nullable String driver,
        @Nullable BigDecimal capacityPerHour,
        IdlePolicy idle,
        PoolSplit split) {

    /** Whose cost it is before any sharing. */
    public enum Kind {
        SHARED,
        /** An instance of its own for each tenant that takes part. */
        DEDICATED,
        OVERHEAD
    }

    /** Which tenants take part. */
    public enum Hosting {
        ALL,
        SHARED,
        DEDICATED
    }
}
