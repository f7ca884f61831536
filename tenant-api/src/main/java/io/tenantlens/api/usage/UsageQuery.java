package io.tenantlens.api.usage;

import io.tenantlens.cost.meter.MeterKey;
import io.tenantlens.cost.time.DateRange;
import java.util.Optional;

/**
 * What a page asks for.
 *
 * @param dates local days of the tenant
 * @param groupBy a dimension of the meter; empty adds all up
 */
public record UsageQuery(MeterKey meter, DateRange dates, Interval interval, Optional<String> groupBy) {

    public UsageQuery {
        if (interval == Interval.HOUR && dates.days() > 92) {
            throw new IllegalArgumentException("hours are shown for 92 days at most, not " + dates.days());
        }
    }
}
