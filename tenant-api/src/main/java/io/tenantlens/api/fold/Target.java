package io.tenantlens.api.fold;

import io.tenantlens.api.meter.Aggregation;
import java.math.BigDecimal;

/**
 * What the samples of a series mean to one line of usage. A contribution depends on a sample and the one before it alone, so that what
 * a late sample changes can be taken back and added anew.
 */
final class Target {

    /** Time counts in steps of 36 ms, a hundred-thousandth of an hour, so that value × hours is exact in decimals. */
    private static final long TICK = 36;

    static final int TICK_DECIMALS = 5;

    private final RollupKey key;
    private final double factor;
    private final double largest;
    private final long hold;
    private final double constant;
    private final boolean samplesAreIncreases;

    Target(RollupKey key, int valueScale, long hold, double constant, boolean samplesAreIncreases) {
        this.key = key;
        this.factor = BigDecimal.ONE.movePointRight(valueScale).doubleValue();
        this.largest = 9e18 / factor;
        this.hold = hold;
        this.constant = constant;
        this.samplesAreIncreases = samplesAreIncreases;
    }

    RollupKey key() {
        return key;
    }

    boolean measuresAGauge() {
        return key.aggregation == Aggregation.INTEGRAL || key.aggregation == Aggregation.PEAK;
    }

    /** Adds what the sample means when nothing comes before it. */
    void addFirst(Rollup rollup, long time, double value, long start, int sign) {
        switch (key.aggregation) {
            // without a start the first value is where counting begins
            case DELTA, DISTRIBUTION ->
                count(rollup, time, start != 0 || samplesAreIncreases ? scaled(value) : 0, sign);
            case PEAK -> raise(rollup, time, value, sign);
            case INTEGRAL, EVENTS -> {}
        }
    }

    /** Adds what the sample means after the one before it; with the sign −1, takes that back. */
    void addNext(Rollup rollup, long timeBefore, double valueBefore, long time, double value, long start, int sign) {
        switch (key.aggregation) {
            case DELTA, DISTRIBUTION -> count(rollup, time, increase(timeBefore, valueBefore, value, start), sign);
            case PEAK -> raise(rollup, time, value, sign);
            case INTEGRAL -> addHeld(rollup, timeBefore, valueBefore, time, sign);
            case EVENTS -> {}
        }
    }

    private void count(Rollup rollup, long time, long amount, int sign) {
        key.slot(rollup, time).sum().add(sign * amount);
    }

    private long increase(long timeBefore, double valueBefore, double value, long start) {
        var restarted = value < valueBefore || start > timeBefore;
        return restarted || samplesAreIncreases ? scaled(value) : scaled(value) - scaled(valueBefore);
    }

    private void raise(Rollup rollup, long time, double value, int sign) {
        // a peak stays: samples are only ever added
        if (sign > 0 && !Double.isNaN(value)) {
            key.slot(rollup, time).raise(scaled(value));
        }
    }

    /** The value before held until this sample, though not for ever. */
    private void addHeld(Rollup rollup, long from, double value, long next, int sign) {
        if (Double.isNaN(value)) {
            return;
        }
        var held = scaled(Double.isNaN(constant) ? value : constant);
        var until = Math.min(next, from + hold);
        for (var at = from; at < until; ) {
            var slot = key.slot(rollup, at);
            var end = Math.min(until, slot.segment.end());
            slot.sum().addProduct(held, sign * (Math.floorDiv(end, TICK) - Math.floorDiv(at, TICK)));
            at = end;
        }
    }

    /** Values that a long cannot hold at this scale count nothing: they are no usage. */
    private long scaled(double value) {
        return Math.abs(value) <= largest ? Math.round(value * factor) : 0;
    }
}
