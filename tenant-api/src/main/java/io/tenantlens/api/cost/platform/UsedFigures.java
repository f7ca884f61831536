package io.tenantlens.api.cost.platform;

import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/**
 * What was used over a range of days, to put cost into proportion.
 *
 * @param orders completed ones
 * @param activeUsers the most at once
 * @param storedByteHours of databases, files and backups
 */
public record UsedFigures(
        long requests,
        long orders,
        long activeUsers,
        long storedByteHours,
        long fileByteHours,
        long egressBytes,
        long queryMillis,
        long cacheHits,
        long cacheMisses) {

    private static final BigDecimal GIGABYTE = BigDecimal.valueOf(1_000_000_000);

    /** The hours of a mean month. */
    private static final BigDecimal MONTH_HOURS = BigDecimal.valueOf(730);

    public static final UsedFigures NONE = new UsedFigures(0, 0, 0, 0, 0, 0, 0, 0, 0);

    /** Users of several tenants are different people, whenever they came. */
    public UsedFigures plus(UsedFigures other) {
        return new UsedFigures(
                requests + other.requests,
                orders + other.orders,
                activeUsers + other.activeUsers,
                storedByteHours + other.storedByteHours,
                fileByteHours + other.fileByteHours,
                egressBytes + other.egressBytes,
                queryMillis + other.queryMillis,
                cacheHits + other.cacheHits,
                cacheMisses + other.cacheMisses);
    }

    /** Null where there was none; so are the others. */
    public @Nullable BigDecimal perRequest(BigDecimal cost) {
        return per(cost, BigDecimal.valueOf(requests));
    }

    public @Nullable BigDecimal perOrder(BigDecimal cost) {
        return per(cost, BigDecimal.valueOf(orders));
    }

    public @Nullable BigDecimal perActiveUser(BigDecimal cost) {
        return per(cost, BigDecimal.valueOf(activeUsers));
    }

    /** For a gigabyte that is stored for a month. */
    public @Nullable BigDecimal perGigabyte(BigDecimal storageCost) {
        return per(
                storageCost,
                BigDecimal.valueOf(storedByteHours)
                        .divide(GIGABYTE, MathContext.DECIMAL64)
                        .divide(MONTH_HOURS, MathContext.DECIMAL64));
    }

    private static @Nullable BigDecimal per(BigDecimal cost, BigDecimal quantity) {
        return quantity.signum() <= 0 ? null : cost.divide(quantity, MathContext.DECIMAL64);
    }
}
