package io.tenantlens.api.histogram;

import java.util.Arrays;

/** Exponential buckets of one sign: ascending indexes with their counts, empty ones left out. Immutable. */
public final class SparseBuckets {

    public static final SparseBuckets NONE = new SparseBuckets(new int[0], new double[0]);

    private final int[] indexes;
    private final double[] counts;

    /** Takes both arrays as its own. */
    SparseBuckets(int[] indexes, double[] counts) {
        this.indexes = indexes;
        this.counts = counts;
    }

    /** From indexes in strictly ascending order and as many counts. */
    public static SparseBuckets of(int[] indexes, double[] counts) {
        if (indexes.length != counts.length) {
            throw new IllegalArgumentException(
                    "one count per index: " + indexes.length + " indexes, " + counts.length + " counts");
        }
        for (int i = 0; i < indexes.length; i++) {
            Counts.check(counts[i]);
            if (i > 0 && indexes[i - 1] >= indexes[i]) {
                throw new IllegalArgumentException("indexes must ascend: " + indexes[i - 1] + " before " + indexes[i]);
            }
        }
        return new SparseBuckets(indexes.clone(), counts.clone()).withoutEmpty();
    }

    /** From neighbouring buckets. An OpenTelemetry bucket offset is one less than the first index here. */
    public static SparseBuckets dense(int firstIndex, double[] counts) {
        var indexes = new int[counts.length];
        Arrays.setAll(indexes, i -> Math.addExact(firstIndex, i));
        return of(indexes, counts);
    }

    /** From Prometheus' spans: each skips some buckets from the end of the span before and covers some. */
    public static SparseBuckets ofSpans(int[] offsets, int[] lengths, double[] counts) {
        var indexes = new int[counts.length];
        int at = 0;
        int index = 0;
        for (int span = 0; span < offsets.length; span++) {
            if (lengths[span] < 0 || lengths[span] > counts.length - at || (span > 0 && offsets[span] < 0)) {
                throw new IllegalArgumentException("span " + span + " does not fit " + counts.length + " buckets");
            }
            index = Math.addExact(index, offsets[span]);
            for (int i = 0; i < lengths[span]; i++) {
                indexes[at++] = index++;
            }
        }
        if (at != counts.length) {
            throw new IllegalArgumentException("spans cover " + at + " of " + counts.length + " buckets");
        }
        return of(indexes, counts);
    }

    public int size() {
        return indexes.length;
    }

    public boolean isEmpty() {
        return indexes.length == 0;
    }

    /** The index of the i-th populated bucket; bucket n reaches from base^(n-1) to base^n. */
    public int index(int i) {
        return indexes[i];
    }

    public double count(int i) {
        return counts[i];
    }

    /** The observations in all buckets. */
    public double total() {
        double total = 0;
        for (double each : counts) {
            total += each;
        }
        return total;
    }

    SparseBuckets plus(SparseBuckets other) {
        if (other.isEmpty()) {
            return this;
        }
        if (Arrays.equals(indexes, other.indexes)) {
            var added = counts.clone();
            for (int i = 0; i < added.length; i++) {
                added[i] += other.counts[i];
            }
            return new SparseBuckets(indexes, added);
        }
        return combine(other, 1);
    }

    /** These counts less the other's, which must not be higher anywhere. */
    SparseBuckets minus(SparseBuckets other) {
        return combine(other, -1).withoutEmpty();
    }

    private SparseBuckets combine(SparseBuckets other, int sign) {
        var mergedIndexes = new int[size() + other.size()];
        var mergedCounts = new double[mergedIndexes.length];
        int here = 0;
        int there = 0;
        int out = 0;
        while (here < size() || there < other.size()) {
            int next = Math.min(
                    here < size() ? indexes[here] : Integer.MAX_VALUE,
                    there < other.size() ? other.indexes[there] : Integer.MAX_VALUE);
            mergedIndexes[out] = next;
            if (here < size() && indexes[here] == next) {
                mergedCounts[out] += counts[here++];
            }
            if (there < other.size() && other.indexes[there] == next) {
                mergedCounts[out] += sign * other.counts[there++];
            }
            out++;
        }
        return new SparseBuckets(Arrays.copyOf(mergedIndexes, out), Arrays.copyOf(mergedCounts, out));
    }

    /** Whether each bucket of the other has at least its count here. */
    boolean covers(SparseBuckets other) {
        int here = 0;
        for (int there = 0; there < other.size(); there++) {
            while (here < size() && indexes[here] < other.indexes[there]) {
                here++;
            }
            if (here == size() || indexes[here] != other.indexes[there] || counts[here] < other.counts[there]) {
                return false;
            }
        }
        return true;
    }

    /** The same observations in buckets that are wider by 2^steps: each takes in 2^steps neighbours. */
    SparseBuckets coarser(int steps) {
        if (steps == 0 || isEmpty()) {
            return this;
        }
        var fewerIndexes = new int[size()];
        var fewerCounts = new double[size()];
        int out = -1;
        for (int i = 0; i < size(); i++) {
            int index = ((indexes[i] - 1) >> steps) + 1;
            if (out < 0 || fewerIndexes[out] != index) {
                fewerIndexes[++out] = index;
            }
            fewerCounts[out] += counts[i];
        }
        return new SparseBuckets(Arrays.copyOf(fewerIndexes, out + 1), Arrays.copyOf(fewerCounts, out + 1));
    }

    /** Without the first buckets. */
    SparseBuckets from(int first) {
        return first == 0
                ? this
                : new SparseBuckets(
                        Arrays.copyOfRange(indexes, first, size()), Arrays.copyOfRange(counts, first, size()));
    }

    private SparseBuckets withoutEmpty() {
        int kept = 0;
        for (int i = 0; i < size(); i++) {
            if (counts[i] != 0) {
                indexes[kept] = indexes[i];
                counts[kept++] = counts[i];
            }
        }
        return kept == size() ? this : new SparseBuckets(Arrays.copyOf(indexes, kept), Arrays.copyOf(counts, kept));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SparseBuckets that
                && Arrays.equals(indexes, that.indexes)
                && Arrays.equals(counts, that.counts);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(indexes) + Arrays.hashCode(counts);
    }

    @Override
    public String toString() {
        return Arrays.toString(indexes) + " " + Arrays.toString(counts);
    }
}
