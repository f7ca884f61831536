package io.tenantlens.api.prometheus;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** One series of an answer: its labels, and its values by time. Times without a value are missing. */
public record Line(Map<String, String> labels, SortedMap<Instant, BigDecimal> values) {

    public Line {
        labels = Map.copyOf(labels);
        values = new TreeMap<>(values);
    }
}
