package io.tenantlens.standalone.demo;

import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/** One series that a shop's platform exports, and its value at a moment. */
record DemoSeries(String metric, SortedMap<String, String> labels, ToDoubleFunction<Moment> value) {

    /** As a sender knows it: with the metric's name and with the target that Prometheus scrapes. */
    SortedMap<String, String> remoteLabels() {
        var all = new TreeMap<>(labels);
        all.put("__name__", metric);
        all.put("job", "ecommerce-api");
        all.put("instance", "shop-1");
        return all;
    }

    /** As a line of the text format starts. */
    String exposition() {
        var text = new StringBuilder(metric).append('{');
        labels.forEach(
                (name, value) -> text.append(name).append("=\"").append(value).append("\","));
        text.setCharAt(text.length() - 1, '}');
        return text.append(' ').toString();
    }
}
