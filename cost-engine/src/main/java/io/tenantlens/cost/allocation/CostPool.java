package io.tenantlens.cost.allocation;

import io.tenantlens.cost.tenant.TenantId;
import java.math.BigDecimal;
import java.util.List;

/**
 * A cost of the platform that is divided as one.
 *
 * @param amount may be negative, for example a refund
 * @param idle the part of the amount that nobody used
 */
public record CostPool(String id, BigDecimal amount, BigDecimal idle, Sharing sharing) {

    public CostPool {
        var used = amount.subtract(idle);
        if (idle.signum() * amount.signum() < 0 || used.signum() * amount.signum() < 0) {
            throw new IllegalArgumentException(
                    "idle must be a part of the amount " + amount.toPlainString() + ": " + idle.toPlainString());
        }
    }

    /** Who carries a pool. */
    public sealed interface Sharing {

        /** One tenant carries all of it: a dedicated database. */
        record Dedicated(TenantId tenant) implements Sharing {}

        /**
         * Some tenants share it.
         *
         * @param tenants empty for all tenants of the run
         */
        record Shared(Split split, List<TenantId> tenants) implements Sharing {

            public Shared {
                tenants = List.copyOf(tenants);
            }
        }
    }
}
