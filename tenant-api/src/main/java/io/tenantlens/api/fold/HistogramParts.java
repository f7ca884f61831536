package io.tenantlens.api.fold;

import io.tenantlens.api.codec.ByteReader;
import io.tenantlens.api.codec.ByteWriter;
import io.tenantlens.api.histogram.ClassicHistogram;
import io.tenantlens.api.histogram.Histogram;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A distribution in a form to which the buckets of a classic histogram can be added one by one, as a request may end between two of
 * them: cumulative counts by upper bound, the sum, and what came as whole histograms.
 */
final class HistogramParts {

    static final double SUM_UNIT = 1e9;

    private final TreeMap<Double, Long> cumulative = new TreeMap<>();
    private long sum;
    private @Nullable Histogram whole;

    void add(Slot slot) {
        switch (slot.key.id.part()) {
            case BUCKET -> cumulative.merge(slot.key.id.bound(), slot.quantity().longValueExact(), Long::sum);
            case SUM -> sum += slot.quantity().unscaledValue().longValue();
            case WHOLE -> {
                var more = slot.histogram();
                if (more != null) {
                    whole = whole == null ? more : whole.merge(more);
                }
            }
            case QUANTITY -> throw new IllegalStateException("not a distribution: " + slot.key.id.meter());
        }
    }

    void add(HistogramParts other) {
        other.cumulative.forEach((bound, count) -> cumulative.merge(bound, count, Long::sum));
        sum += other.sum;
        var more = other.whole;
        if (more != null) {
            whole = whole == null ? more : whole.merge(more);
        }
    }

    /** The distribution as it stands. */
    Histogram histogram() {
        if (cumulative.isEmpty() && whole != null) {
            return whole;
        }
        var highest =
                cumulative.values().stream().mapToLong(Long::longValue).max().orElse(0);
        var all = new TreeMap<>(cumulative);
        all.putIfAbsent(Double.POSITIVE_INFINITY, highest);
        var bounds = all.keySet().stream().mapToDouble(Double::doubleValue).toArray();
        // a bucket whose neighbours are still to come may be below zero for a moment after a correction
        var counts =
                all.values().stream().mapToDouble(count -> Math.max(0, count)).toArray();
        var classic = ClassicHistogram.ofCumulative(bounds, counts, sum / SUM_UNIT);
        return whole == null ? classic : classic.merge(whole);
    }

    byte[] encode() {
        var bytes = new ByteWriter(128);
        bytes.putVarint(cumulative.size());
        cumulative.forEach((bound, count) -> {
            bytes.putDouble(bound);
            bytes.putSigned(count);
        });
        bytes.putSigned(sum);
        if (whole != null) {
            var encoded = whole.encode();
            bytes.putBytes(encoded, 0, encoded.length);
        }
        return bytes.toByteArray();
    }

    static HistogramParts decode(byte[] stored) {
        var bytes = new ByteReader(stored);
        var parts = new HistogramParts();
        if (!bytes.hasMore()) {
            return parts;
        }
        for (var left = bytes.getCount(); left > 0; left--) {
            var bound = bytes.getDouble();
            parts.cumulative.put(bound, bytes.getSigned());
        }
        parts.sum = bytes.getSigned();
        if (bytes.hasMore()) {
            parts.whole = Histogram.decode(bytes.getBytes(stored.length - bytes.position()));
        }
        return parts;
    }
}
