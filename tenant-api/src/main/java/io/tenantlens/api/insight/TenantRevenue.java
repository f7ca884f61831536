package io.tenantlens.api.insight;

import io.tenantlens.api.directory.Tenant;
import io.tenantlens.cost.tenant.TenantId;
import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/** What one tenant took in over some days, and over the days that they are compared with. */
public record TenantRevenue(TenantId tenant, String name, Tenant.Tier tier, Takings now, Takings before) {

    /**
     * Sums over some days, zero where nothing was measured.
     *
     * @param orders completed ones
     */
    public record Takings(BigDecimal revenue, BigDecimal orders, BigDecimal carts) {

        public static final Takings NONE = new Takings(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

        public Takings plus(Takings other) {
            return new Takings(revenue.add(other.revenue), orders.add(other.orders), carts.add(other.carts));
        }

        /** Revenue over completed orders; null without one. */
        public @Nullable BigDecimal averageOrder() {
            return ratio(revenue, orders);
        }

        /** Completed orders over carts that were begun; null without one. */
        public @Nullable BigDecimal ordersPerCart() {
            return ratio(orders, carts);
        }

        private static @Nullable BigDecimal ratio(BigDecimal part, BigDecimal whole) {
            return whole.signum() == 0 ? null : part.divide(whole, MathContext.DECIMAL64);
        }
    }
}
