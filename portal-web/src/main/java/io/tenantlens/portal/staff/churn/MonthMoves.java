package io.tenantlens.portal.staff.churn;

import io.tenantlens.cost.mrr.MrrEvent;
import io.tenantlens.cost.mrr.MrrMovements;
import io.tenantlens.cost.mrr.MrrMoves;
import io.tenantlens.cost.mrr.SameMonth;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;

/**
 * The movements of a month, in BDT and in shops.
 *
 * @param shops the same with each paying shop counted as one
 */
record MonthMoves(YearMonth month, MrrMoves mrr, MrrMoves shops) {

    /** The months up to the last one, the oldest first. */
    static List<MonthMoves> of(List<MrrEvent> events, YearMonth last, int months, SameMonth policy) {
        var counted = events.stream()
                .map(event -> new MrrEvent(
                        event.effectiveOn(),
                        event.tenant(),
                        event.mrr().signum() > 0 ? BigDecimal.ONE : BigDecimal.ZERO))
                .toList();
        return Stream.iterate(last.minusMonths(months - 1L), month -> month.plusMonths(1))
                .limit(months)
                .map(month -> new MonthMoves(
                        month, MrrMovements.of(events, month, policy), MrrMovements.of(counted, month, policy)))
                .toList();
    }
}
