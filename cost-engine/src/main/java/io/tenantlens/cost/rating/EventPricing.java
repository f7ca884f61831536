package io.tenantlens.cost.rating;

import static java.math.BigDecimal.ZERO;

import io.tenantlens.cost.ratecard.PriceModel.Percentage;
import java.math.BigDecimal;

/**
 * A percentage of the amounts of events, plus a fixed fee for each.
 *
 * <p>Free units and free events are independent: the first units are free of the percentage, the first events
 * of the fixed fee, both in the order of the events. Bounds apply to the fee of each event that is due at all:
 * a free event whose units are free as well stays free.
 */
final class EventPricing {

    private EventPricing() {}

    static Priced price(Percentage model, Consumption usage, BigDecimal freeUnits) {
        return switch (usage) {
            case Consumption.Events events when model.boundsEachEvent() -> eachEvent(model, events, freeUnits);
            case Consumption.Events(var amounts) ->
                totals(
                        model,
                        amounts.stream().reduce(ZERO, BigDecimal::add),
                        BigDecimal.valueOf(amounts.size()),
                        freeUnits);
            case Consumption.EventTotals(var units, var events) -> {
                if (model.boundsEachEvent()) {
                    throw new IllegalArgumentException(
                            "minimumPerEvent and maximumPerEvent need the amount of each event, not their sum");
                }
                yield totals(model, units, events, freeUnits);
            }
            case Consumption.Quantity(var units) -> {
                if (units.signum() != 0 && (model.fixedPerEvent().signum() != 0 || model.boundsEachEvent())) {
                    throw new IllegalArgumentException("must be an array of amounts, or units and events");
                }
                yield totals(model, units, ZERO, freeUnits);
            }
        };
    }

    private static Priced totals(Percentage model, BigDecimal units, BigDecimal events, BigDecimal freeUnits) {
        var rate = model.percent().movePointLeft(2);
        var dueUnits = units.subtract(freeUnits).max(ZERO);
        var dueEvents = events.subtract(model.freeEvents()).max(ZERO);
        var share = dueUnits.multiply(rate);
        var fixed = dueEvents.multiply(model.fixedPerEvent());
        return Priced.ofUsage(
                dueUnits,
                null,
                share.add(fixed),
                "%s units, %s free: %s × %s %% = %s"
                        .formatted(
                                Plain.of(units),
                                Plain.of(units.min(freeUnits)),
                                Plain.of(dueUnits),
                                Plain.of(model.percent()),
                                Plain.of(share)),
                "%s events, %s free: %s × %s = %s"
                        .formatted(
                                Plain.of(events),
                                Plain.of(events.min(model.freeEvents())),
                                Plain.of(dueEvents),
                                Plain.of(model.fixedPerEvent()),
                                Plain.of(fixed)));
    }

    private static Priced eachEvent(Percentage model, Consumption.Events events, BigDecimal freeUnits) {
        var rate = model.percent().movePointLeft(2);
        var freeUnitsLeft = freeUnits;
        var freeEventsLeft = model.freeEvents();
        var dueUnits = ZERO;
        var total = ZERO;
        for (var amount : events.amounts()) {
            var free = amount.min(freeUnitsLeft);
            var due = amount.subtract(free);
            var freeEvent = freeEventsLeft.signum() > 0;
            freeUnitsLeft = freeUnitsLeft.subtract(free);
            freeEventsLeft = freeEventsLeft.subtract(BigDecimal.ONE);
            dueUnits = dueUnits.add(due);
            if (!freeEvent || due.signum() > 0) {
                total = total.add(bounded(model, due.multiply(rate).add(freeEvent ? ZERO : model.fixedPerEvent())));
            }
        }
        return Priced.ofUsage(
                dueUnits,
                null,
                total,
                "%d events, %s units due, each event %s %% + %s%s%s: %s in all"
                        .formatted(
                                events.amounts().size(),
                                Plain.of(dueUnits),
                                Plain.of(model.percent()),
                                Plain.of(model.fixedPerEvent()),
                                model.minimumPerEvent() == null
                                        ? ""
                                        : ", at least " + Plain.of(model.minimumPerEvent()),
                                model.maximumPerEvent() == null ? "" : ", at most " + Plain.of(model.maximumPerEvent()),
                                Plain.of(total)));
    }

    private static BigDecimal bounded(Percentage model, BigDecimal fee) {
        var atLeast = model.minimumPerEvent() == null ? fee : fee.max(model.minimumPerEvent());
        return model.maximumPerEvent() == null ? atLeast : atLeast.min(model.maximumPerEvent());
    }
}
