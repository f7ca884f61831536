package io.tenantlens.standalone.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * The clockwork of the demo: what happens when is a function of the seed and of time alone, so that it goes on after a
 * restart as if it had never stopped.
 *
 * @param origin the local midnight at which the history starts; every counter is zero then
 * @param hourlyFrom the local midnight from which on the history has hours instead of days
 */
record World(long seed, int tenants, Instant origin, Instant hourlyFrom, Instant historyEnd) {

    static final ZoneId ZONE = ZoneId.of("Asia/Dhaka");
    private static final int HOURLY_DAYS = 90;
    private static final long SEED = 20_261_001;

    static World ending(Instant now, int tenants, int days) {
        var today = LocalDate.ofInstant(now, ZONE);
        return new World(
                SEED,
                tenants,
                midnight(today.minusDays(days)),
                midnight(today.minusDays(Math.min(days, HOURLY_DAYS))),
                now.truncatedTo(ChronoUnit.HOURS));
    }

    private static Instant midnight(LocalDate day) {
        return day.atStartOfDay(ZONE).toInstant();
    }

    /** Days since the origin, with its fraction. */
    double daysUntil(Instant at) {
        return Duration.between(origin, at).toSeconds() / 86_400.0;
    }

    int historyDays() {
        return (int) daysUntil(historyEnd);
    }

    LocalDate originDay() {
        return LocalDate.ofInstant(origin, ZONE);
    }

    /** Shops that were there from the first day on had signed up a while before; so had those that a short history sees leave only. */
    LocalDate signedUpOn(DemoTenant tenant) {
        var joined = originDay().plusDays(Math.min(tenant.joinedAfterDays(), historyDays()));
        var leftBefore = tenant.kind() == Kind.CHURNED && joined.isAfter(churnDay());
        return tenant.joinedAfterDays() == 0 || leftBefore ? originDay().minusDays(45) : joined;
    }

    LocalDate churnDay() {
        return originDay().plusDays(Math.max(0, historyDays() - DemoTenant.CHURNED_DAYS_AGO));
    }
}
