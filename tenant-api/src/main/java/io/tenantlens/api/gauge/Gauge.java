package io.tenantlens.api.gauge;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * One metric and its rows, each with a value for every label.
 *
 * @param rows values by the values of the labels, in the labels' order
 */
public record Gauge(String name, String description, List<String> labels, Map<List<String>, Double> rows) {

    private static final Pattern NAME = Pattern.compile("[a-z_][a-z0-9_]*");

    public Gauge {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("no name of a metric: " + name);
        }
        labels = List.copyOf(labels);
        for (var row : rows.keySet()) {
            if (row.size() != labels.size()) {
                throw new IllegalArgumentException(name + " has the labels " + labels + ", not values for " + row);
            }
        }
    }

    /** A gauge to which rows are added. */
    public static Rows named(String name, String description, String... labels) {
        return new Rows(name, description, List.of(labels));
    }

    /** The rows of both. Where they name the same, the other's value stands. */
    Gauge with(Gauge other) {
        if (!labels.equals(other.labels)) {
            throw new IllegalArgumentException(
                    name + " is contributed with the labels " + labels + " and with " + other.labels);
        }
        var all = new LinkedHashMap<>(rows);
        all.putAll(other.rows);
        return new Gauge(name, description, labels, all);
    }

    /** Collects the rows of one gauge. */
    public static final class Rows {

        private final String name;
        private final String description;
        private final List<String> labels;
        private final Map<List<String>, Double> rows = new LinkedHashMap<>();

        private Rows(String name, String description, List<String> labels) {
            this.name = name;
            this.description = description;
            this.labels = labels;
        }

        public Rows add(double value, String... labelValues) {
            rows.put(List.of(labelValues), value);
            return this;
        }

        public Gauge build() {
            return new Gauge(name, description, labels, rows);
        }
    }
}
