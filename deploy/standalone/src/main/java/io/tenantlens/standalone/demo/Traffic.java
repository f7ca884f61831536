package io.tenantlens.standalone.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * A shop as time goes by: totals at the ends of days and, later, of hours, and straight lines between them. It is asked
 * for later and later instants only, which is why it need not remember.
 */
final class Traffic {

    private static final double ORDERS_PER_VISIT = 0.012;
    private static final double DECLINED = 0.02;

    private final World world;
    private final Shape shape;
    private final Totals extra;
    private Instant start;
    private Instant end;
    private Totals atStart = Totals.NONE;
    private Totals atEnd = Totals.NONE;

    /** With what faults have added so far, since a counter never goes back. */
    Traffic(World world, DemoTenant tenant, Totals extra) {
        this.world = world;
        this.extra = extra;
        this.shape = new Shape(world, tenant);
        this.start = world.origin();
        this.end = world.origin();
    }

    /** The shop at that instant, which is not before the one asked for last. */
    Moment at(Instant at) {
        if (at.isBefore(start)) {
            throw new IllegalArgumentException(at + " is before " + start);
        }
        while (start.equals(end) || end.isBefore(at)) {
            next();
        }
        var span = Duration.between(start, end).toMillis();
        var share = Duration.between(start, at).toMillis() / (double) span;
        var perHour = (atEnd.visits() - atStart.visits()) * 3_600_000 / span;
        return new Moment(
                at, world.daysUntil(at), perHour, atStart.towards(atEnd, share).plus(extra));
    }

    private void next() {
        start = end;
        atStart = atEnd;
        if (start.isBefore(world.hourlyFrom())) {
            var day = LocalDate.ofInstant(start, World.ZONE);
            end = day.plusDays(1).atStartOfDay(World.ZONE).toInstant();
            atEnd = atStart.plus(seen(shape.visitsInDay(day), shape.slow(start) / 2));
        } else {
            end = start.plus(1, ChronoUnit.HOURS);
            atEnd = atStart.plus(seen(shape.visitsInHour(start), shape.slow(start)));
        }
    }

    private Totals seen(double visits, double slow) {
        var failing = shape.failing(start);
        var orders = visits * ORDERS_PER_VISIT * (1 - failing);
        return new Totals(visits, visits * failing, visits * slow, orders, orders * (DECLINED + failing));
    }
}
