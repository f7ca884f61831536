package io.tenantlens.portal.report;

import io.tenantlens.cost.meter.MeterKey;
import io.tenantlens.cost.time.DateRange;
import io.tenantlens.sla.incident.Incident;
import io.tenantlens.sla.month.FrozenMonth;
import io.tenantlens.sla.reading.SlaReading;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;

/**
 * What a report is made of.
 *
 * @param used what was used of each meter
 * @param before the same for the days before
 * @param incidents those that were published to the tenant, the latest first
 * @param frozen what was frozen of a whole month, the first revision first; empty while it is open
 */
record ReportFigures(
        SlaReading reading,
        SortedMap<MeterKey, BigDecimal> used,
        SortedMap<MeterKey, BigDecimal> before,
        List<Incident> incidents,
        List<FrozenMonth> frozen) {

    /** A calendar month, as bills and credits are for. */
    static boolean isMonth(DateRange days) {
        return days.start().getDayOfMonth() == 1
                && days.end().equals(days.start().plusMonths(1));
    }

    /** The days to compare with: the month before a month, else as many days. */
    static DateRange before(DateRange days) {
        var start = isMonth(days) ? days.start().minusMonths(1) : days.start().minusDays(days.days());
        return new DateRange(start, days.start());
    }

    boolean isOfMonth() {
        return isMonth(reading.period());
    }

    /** Whether some of the days are still to come. */
    boolean isUnfinished(LocalDate today) {
        return reading.period().end().isAfter(today);
    }
}
