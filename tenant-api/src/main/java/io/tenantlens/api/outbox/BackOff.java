package io.tenantlens.api.outbox;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long to wait after an attempt that failed: doubling, bounded, and spread so that not all come back at once. */
record BackOff(Duration first, Duration longest) {

    private static final int DOUBLINGS = 30;

    /** Between half of the doubled wait and all of it. */
    Duration after(int attempts, RandomGenerator random) {
        var doubled = first.multipliedBy(1L << Math.min(attempts - 1, DOUBLINGS));
        var bounded = doubled.compareTo(longest) > 0 ? longest : doubled;
        return bounded.dividedBy(2).plusMillis(random.nextLong(bounded.toMillis() / 2 + 1));
    }
}
