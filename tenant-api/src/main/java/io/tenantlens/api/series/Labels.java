package io.tenantlens.api.series;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The labels of a series, sorted by name, each name once. */
public final class Labels {

    public static final String METRIC = "__name__";
    public static final String REPLICA = "__replica__";
    public static final String CLUSTER = "cluster";

    private final String[] names;
    private final String[] values;

    private Labels(String[] names, String[] values) {
        this.names = names;
        this.values = values;
    }

    public static Labels of(Map<String, String> labels) {
        var sorted = new TreeMap<>(labels);
        return new Labels(
                sorted.keySet().toArray(String[]::new), sorted.values().toArray(String[]::new));
    }

    public static Builder builder() {
        return new Builder();
    }

    public @Nullable String get(String name) {
        var index = Arrays.binarySearch(names, name);
        return index < 0 ? null : values[index];
    }

    /** The metric's name, or the empty text where the sender gave none. */
    public String metric() {
        var metric = get(METRIC);
        return metric == null ? "" : metric;
    }

    public Labels without(Set<String> dropped) {
        var kept = new TreeMap<String, String>();
        forEach((name, value) -> {
            if (!dropped.contains(name)) {
                kept.put(name, value);
            }
        });
        return of(kept);
    }

    public void forEach(BiConsumer<String, String> visitor) {
        for (var i = 0; i < names.length; i++) {
            visitor.accept(names[i], values[i]);
        }
    }

    public int size() {
        return names.length;
    }

    public String name(int index) {
        return names[index];
    }

    public String value(int index) {
        return values[index];
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Labels labels
                && Arrays.equals(names, labels.names)
                && Arrays.equals(values, labels.values);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(names) + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        var text = new StringBuilder("{");
        forEach((name, value) -> text.append(text.length() > 1 ? "," : "")
                .append(name)
                .append('=')
                .append(value));
        return text.append('}').toString();
    }

    /** Takes labels in any order. */
    public static final class Builder {

        private final Map<String, String> labels = new TreeMap<>();

        private Builder() {}

        /** Adds a label; a name that was given before is an {@link IllegalArgumentException}. */
        public Builder add(String name, String value) {
            if (labels.putIfAbsent(name, value) != null) {
                throw new IllegalArgumentException("label given twice: " + name);
            }
            return this;
        }

        public Labels build() {
            return of(labels);
        }
    }
}
