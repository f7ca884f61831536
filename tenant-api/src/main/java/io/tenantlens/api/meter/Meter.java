package io.tenantlens.api.meter;

import io.tenantlens.cost.meter.MeterKey;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A quantity that is measured, and where it comes from.
 *
 * @param source the metric, or the type of usage event
 * @param property the property of an event's data that is added up; empty counts the events
 * @param constant what counts instead of each sample's value: 1 measures how long there were samples
 * @param scale decimals that count
 * @param hold how long a gauge's value holds at most without a next sample
 * @param labels the label that each dimension is read from
 */
public record Meter(
        MeterKey key,
        String title,
        String unit,
        Aggregation aggregation,
        String source,
        Optional<String> property,
        Optional<BigDecimal> constant,
        int scale,
        Duration hold,
        SortedMap<String, String> labels) {

    public Meter {
        if (scale < 0 || scale > 9) {
            throw new IllegalArgumentException("scale must be 0 to 9: " + scale);
        }
        if (hold.isNegative() || hold.isZero() || hold.compareTo(Duration.ofDays(1)) > 0) {
            throw new IllegalArgumentException("hold must be longer than nothing and up to a day: " + hold);
        }
    }

    /** The dimensions of a series or event with these labels; one without the label has an empty value. */
    public SortedMap<String, String> dimensionsOf(Map<String, String> labelsOfSeries) {
        var dimensions = new TreeMap<String, String>();
        labels.forEach((dimension, label) -> dimensions.put(dimension, labelsOfSeries.getOrDefault(label, "")));
        return dimensions;
    }
}
