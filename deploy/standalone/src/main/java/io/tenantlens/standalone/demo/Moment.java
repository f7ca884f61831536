package io.tenantlens.standalone.demo;

import java.time.Instant;

/**
 * A shop at one instant: how long its world has lasted, how busy it is, and what has happened so far.
 *
 * @param visitsPerHour the pace at that instant
 */
record Moment(Instant at, double days, double visitsPerHour, Totals totals) {

    Moment plus(Totals more) {
        return new Moment(at, days, visitsPerHour, totals.plus(more));
    }

    double visits() {
        return totals.visits();
    }

    double failed() {
        return totals.failed();
    }

    double slow() {
        return totals.slow();
    }

    double fast() {
        return totals.visits() - totals.slow();
    }

    double orders() {
        return totals.orders();
    }

    /** Orders whose payment failed. */
    double declined() {
        return totals.declined();
    }

    double completed() {
        return totals.orders() - totals.declined();
    }
}
