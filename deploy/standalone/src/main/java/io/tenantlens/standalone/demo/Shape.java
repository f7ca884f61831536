package io.tenantlens.standalone.demo;

import java.time.Instant;
import java.time.LocalDate;

/** How busy a shop is: its hours, its weekdays, its seasons, and its fate. */
final class Shape {

    /** Requests of an hour of the day as a share of the mean hour; the numbers add up to 24. */
    private static final double[] HOURS = {
        0.35, 0.20, 0.12, 0.10, 0.12, 0.25, 0.45, 0.70, 0.95, 1.20, 1.40, 1.50,
        1.45, 1.35, 1.25, 1.20, 1.20, 1.25, 1.40, 1.65, 1.90, 1.85, 1.38, 0.78
    };

    /** From Monday on; Friday is the day off. */
    private static final double[] WEEKDAYS = {0.94, 0.96, 0.99, 1.06, 1.18, 0.95, 0.92};

    private final World world;
    private final DemoTenant tenant;
    private final long seed;

    Shape(World world, DemoTenant tenant) {
        this.world = world;
        this.tenant = tenant;
        this.seed = world.seed() ^ tenant.slug().hashCode() * 0x9E3779B97F4A7C15L;
    }

    /** Requests in the hour that starts then. */
    double visitsInHour(Instant hour) {
        var local = hour.atZone(World.ZONE);
        return visitsInDay(local.toLocalDate()) / 24 * HOURS[local.getHour()] * wobble(hour.getEpochSecond(), 0.15);
    }

    /** Requests in a day of which only the sum is known. */
    double visitsInDay(LocalDate day) {
        var age = day.toEpochDay() - world.originDay().toEpochDay();
        if (day.isBefore(world.signedUpOn(tenant)) || hasLeft(day)) {
            return 0;
        }
        return tenant.visitsPerHour()
                * 24
                * WEEKDAYS[day.getDayOfWeek().getValue() - 1]
                * fate(age, day)
                * wobble(-age, 0.08);
    }

    /** The share of the requests of an hour that fail at our end. */
    double failing(Instant hour) {
        if (tenant.kind() == Kind.SLA_BREACHING && isBadHour(hour)) {
            return 0.03 + 0.09 * Noise.of(seed, hour.getEpochSecond() + 1);
        }
        return 0.0002 + 0.0004 * Noise.of(seed, hour.getEpochSecond() + 2);
    }

    /** The share of the requests of an hour that take long. */
    double slow(Instant hour) {
        return tenant.kind() == Kind.SLA_BREACHING && isBadHour(hour) ? 0.35 : 0.015;
    }

    /** Nights of maintenance that went wrong: about one hour in forty. */
    private boolean isBadHour(Instant hour) {
        return Noise.of(seed, hour.getEpochSecond() / 3600 / 3 + 7) < 0.025;
    }

    private boolean hasLeft(LocalDate day) {
        return tenant.kind() == Kind.CHURNED && !day.isBefore(world.churnDay());
    }

    private double fate(long age, LocalDate day) {
        var years = (age - world.historyDays()) / 365.0;
        return switch (tenant.kind()) {
            case GROWING -> Math.exp(0.9 * years);
            case SHRINKING -> Math.exp(-0.8 * years) * 0.6;
            case CHURNED -> Math.max(0.15, -years - 0.1);
            case SEASONAL ->
                0.6 + 1.6 * Math.pow(Math.max(0, Math.cos((day.getDayOfYear() - 320) / 365.0 * 2 * Math.PI)), 3);
            case STEADY, LOSS_MAKING, SLA_BREACHING, IDLE -> 1;
        };
    }

    private double wobble(long place, double width) {
        return 1 + width * (2 * Noise.of(seed, place) - 1);
    }
}
