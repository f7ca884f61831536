package io.tenantlens.api.billing;

import io.tenantlens.cost.meter.MeterKey;
import io.tenantlens.cost.ratecard.Charge;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A charge of a plan and where its quantity comes from.
 *
 * @param unit what one priced unit is, in words
 * @param meter null for a charge that does not depend on usage
 * @param where the dimensions that usage must have to count; empty for all
 */
public record MeteredCharge(
        String title,
        String unit,
        @Nullable MeterKey meter,
        Map<String, String> where,
        Measure measure,
        Charge charge) {

    public MeteredCharge {
        where = Map.copyOf(where);
    }

    /** How the quantity of a period follows from its days. */
    public enum Measure {
        /** The days added up. */
        SUM,
        /** A quantity in hours, such as byte-hours, divided by the hours of the whole period. */
        AVERAGE,
        /** The highest day. */
        PEAK
    }
}
