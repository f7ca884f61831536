package io.tenantlens.api.ingest.otlp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * OpenTelemetry's names as Prometheus writes them: {@code http.server.duration} in {@code ms} becomes
 * {@code http_server_duration_milliseconds}, a sum that only grows ends in {@code _total}, a gauge in {@code 1} in
 * {@code _ratio}. A word that the name already has is not added again.
 */
final class PrometheusNames {

    private static final Map<String, String> UNITS = Map.ofEntries(
            Map.entry("d", "days"),
            Map.entry("h", "hours"),
            Map.entry("min", "minutes"),
            Map.entry("s", "seconds"),
            Map.entry("ms", "milliseconds"),
            Map.entry("us", "microseconds"),
            Map.entry("ns", "nanoseconds"),
            Map.entry("By", "bytes"),
            Map.entry("KiBy", "kibibytes"),
            Map.entry("MiBy", "mebibytes"),
            Map.entry("GiBy", "gibibytes"),
            Map.entry("TiBy", "tebibytes"),
            Map.entry("KBy", "kilobytes"),
            Map.entry("MBy", "megabytes"),
            Map.entry("GBy", "gigabytes"),
            Map.entry("TBy", "terabytes"),
            Map.entry("m", "meters"),
            Map.entry("V", "volts"),
            Map.entry("A", "amperes"),
            Map.entry("J", "joules"),
            Map.entry("W", "watts"),
            Map.entry("g", "grams"),
            Map.entry("Cel", "celsius"),
            Map.entry("Hz", "hertz"),
            Map.entry("%", "percent"));
    private static final Map<String, String> PER_UNITS =
            Map.of("s", "second", "m", "minute", "h", "hour", "d", "day", "w", "week", "mo", "month", "y", "year");
    private static final String TOTAL = "total";
    private static final String RATIO = "ratio";

    /** What ends a name beside its unit. */
    enum Ending {
        NONE,
        TOTAL,
        RATIO_IF_DIMENSIONLESS
    }

    private PrometheusNames() {}

    static String metric(String name, String unit, Ending ending) {
        var words = new ArrayList<String>(words(name));
        unitWords(unit).stream().filter(word -> !words.contains(word)).forEach(words::add);
        switch (ending) {
            case NONE -> {}
            case TOTAL -> moveToEnd(words, TOTAL);
            case RATIO_IF_DIMENSIONLESS -> {
                if (unit.equals("1")) {
                    moveToEnd(words, RATIO);
                }
            }
        }
        var metric = String.join("_", words);
        return !metric.isEmpty() && Character.isDigit(metric.charAt(0)) ? "_" + metric : metric;
    }

    static String label(String name) {
        var label = name.replaceAll("[^a-zA-Z0-9_]", "_");
        return !label.isEmpty() && Character.isDigit(label.charAt(0)) ? "key_" + label : label;
    }

    private static void moveToEnd(List<String> words, String word) {
        words.removeIf(word::equals);
        words.add(word);
    }

    private static List<String> words(String name) {
        return Arrays.stream(name.split("[^a-zA-Z0-9:]+", -1))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** Units in braces are remarks, not units. */
    private static List<String> unitWords(String unit) {
        var parts = unit.replaceAll("\\{[^}]*}", "").split("/", 2);
        var words = new ArrayList<>(words(UNITS.getOrDefault(parts[0].strip(), dimensionless(parts[0].strip()))));
        if (parts.length == 2 && !parts[1].isBlank()) {
            words.add("per");
            words.addAll(words(PER_UNITS.getOrDefault(parts[1].strip(), parts[1].strip())));
        }
        return words;
    }

    private static String dimensionless(String unit) {
        return unit.equals("1") ? "" : unit;
    }
}
