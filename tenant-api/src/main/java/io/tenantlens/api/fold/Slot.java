package io.tenantlens.api.fold;

import io.tenantlens.api.histogram.Histogram;
import io.tenantlens.api.meter.Aggregation;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** What one fold adds to a line of usage within a segment of time: a sum, a peak or a distribution. */
final class Slot {

    final RollupKey key;
    final Segment segment;
    private final ExactSum sum = new ExactSum();
    private long peak = Long.MIN_VALUE;
    private @Nullable Histogram histogram;

    Slot(RollupKey key, Segment segment) {
        this.key = key;
        this.segment = segment;
    }

    ExactSum sum() {
        return sum;
    }

    void add(BigDecimal quantity) {
        sum.add(quantity.setScale(key.scale, RoundingMode.HALF_UP).unscaledValue());
    }

    void raise(long value) {
        peak = Math.max(peak, value);
    }

    long peak() {
        return peak;
    }

    void merge(Histogram more) {
        histogram = histogram == null ? more : histogram.merge(more);
    }

    @Nullable
    Histogram histogram() {
        return histogram;
    }

    BigDecimal quantity() {
        return key.aggregation == Aggregation.PEAK ? BigDecimal.valueOf(peak, key.scale) : sum.toDecimal(key.scale);
    }
}
