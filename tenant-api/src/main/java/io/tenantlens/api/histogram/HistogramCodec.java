package io.tenantlens.api.histogram;

/**
 * The stored form: a version, the kind, then numbers as {@link ByteSink} packs them. A typical classic histogram
 * of twelve buckets takes about fifty bytes.
 */
final class HistogramCodec {

    private static final int VERSION = 1;
    private static final int CLASSIC = 1;
    private static final int NATIVE = 2;

    private HistogramCodec() {}

    static byte[] encode(Histogram histogram) {
        var sink = new ByteSink();
        sink.putVarint(VERSION);
        switch (histogram) {
            case ClassicHistogram classic -> put(sink, classic);
            case NativeHistogram nativeHistogram -> put(sink, nativeHistogram);
        }
        return sink.bytes();
    }

    private static void put(ByteSink sink, ClassicHistogram classic) {
        sink.putVarint(CLASSIC);
        sink.putVarint(classic.size());
        for (int i = 0; i < classic.size() - 1; i++) {
            sink.putNumber(classic.bound(i));
        }
        for (int i = 0; i < classic.size(); i++) {
            sink.putNumber(classic.count(i));
        }
        sink.putNumber(classic.sum());
    }

    private static void put(ByteSink sink, NativeHistogram histogram) {
        sink.putVarint(NATIVE);
        sink.putZigzag(histogram.schema());
        sink.putNumber(histogram.zero().threshold());
        sink.putNumber(histogram.zero().count());
        put(sink, histogram.positive());
        put(sink, histogram.negative());
        sink.putNumber(histogram.count());
        sink.putNumber(histogram.sum());
    }

    private static void put(ByteSink sink, SparseBuckets buckets) {
        sink.putVarint(buckets.size());
        int before = 0;
        for (int i = 0; i < buckets.size(); i++) {
            sink.putZigzag((long) buckets.index(i) - before);
            before = buckets.index(i);
            sink.putNumber(buckets.count(i));
        }
    }

    static Histogram decode(byte[] bytes) {
        try {
            var source = new ByteSource(bytes);
            long version = source.varint();
            if (version != VERSION) {
                throw new IllegalArgumentException("unknown version of an encoded histogram: " + version);
            }
            long kind = source.varint();
            var histogram = switch ((int) kind) {
                case CLASSIC -> classic(source);
                case NATIVE -> nativeHistogram(source);
                default -> throw new IllegalArgumentException("unknown kind of histogram: " + kind);
            };
            source.expectEnd();
            return histogram;
        } catch (IndexOutOfBoundsException e) {
            throw new IllegalArgumentException("an encoded histogram ends early: " + bytes.length + " bytes", e);
        }
    }

    private static Histogram classic(ByteSource source) {
        int size = source.size();
        if (size == 0) {
            throw new IllegalArgumentException("an encoded histogram without buckets");
        }
        var bounds = new double[size];
        for (int i = 0; i < size - 1; i++) {
            bounds[i] = source.number();
        }
        bounds[size - 1] = Double.POSITIVE_INFINITY;
        var counts = new double[size];
        for (int i = 0; i < size; i++) {
            counts[i] = source.number();
        }
        return new ClassicHistogram(bounds, counts, source.number());
    }

    private static Histogram nativeHistogram(ByteSource source) {
        int schema = (int) source.zigzag();
        var zero = new ZeroBucket(source.number(), source.number());
        var positive = buckets(source);
        var negative = buckets(source);
        return new NativeHistogram(schema, zero, positive, negative, source.number(), source.number());
    }

    private static SparseBuckets buckets(ByteSource source) {
        int size = source.size();
        if (size == 0) {
            return SparseBuckets.NONE;
        }
        var indexes = new int[size];
        var counts = new double[size];
        int index = 0;
        for (int i = 0; i < size; i++) {
            index += (int) source.zigzag();
            indexes[i] = index;
            counts[i] = source.number();
        }
        return new SparseBuckets(indexes, counts);
    }
}
