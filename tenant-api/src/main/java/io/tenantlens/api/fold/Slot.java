package io.tenantlens.api.fold;

import io.tenantlens.api.histogram.Histogram;
import io.tenantlens.api.meter.Aggregation;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** What one fold adds to a line of usage within a segment of time. Exact: it goes on in big numbers where a long ends. */
final class Slot {

    final RollupKey key;
    final Segment segment;
    private long amount;
    private BigInteger overflow = BigInteger.ZERO;
    private @Nullable Histogram histogram;

    Slot(RollupKey key, Segment segment) {
        this.key = key;
        this.segment = segment;
        amount = key.aggregation == Aggregation.PEAK ? Long.MIN_VALUE : 0;
    }

    void add(long more) {
        var sum = amount + more;
        if (((amount ^ sum) & (more ^ sum)) < 0) {
            overflow = overflow.add(BigInteger.valueOf(amount));
            amount = more;
        } else {
            amount = sum;
        }
    }

    void addProduct(long value, long factor) {
        if (Math.multiplyHigh(value, factor) == (value * factor) >> 63) {
            add(value * factor);
        } else {
            overflow = overflow.add(BigInteger.valueOf(value).multiply(BigInteger.valueOf(factor)));
        }
    }

    void add(BigDecimal quantity) {
        overflow =
                overflow.add(quantity.setScale(key.scale, RoundingMode.HALF_UP).unscaledValue());
    }

    void raise(long value) {
        amount = Math.max(amount, value);
    }

    void merge(Histogram more) {
        histogram = histogram == null ? more : histogram.merge(more);
    }

    @Nullable
    Histogram histogram() {
        return histogram;
    }

    BigDecimal quantity() {
        return new BigDecimal(overflow.add(BigInteger.valueOf(amount)), key.scale);
    }
}
