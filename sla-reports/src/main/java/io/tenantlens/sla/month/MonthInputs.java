package io.tenantlens.sla.month;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tenantlens.sla.indicator.Availability;
import io.tenantlens.sla.indicator.NumberText;
import io.tenantlens.sla.objective.BudgetWindow;
import io.tenantlens.sla.reading.Latency;
import io.tenantlens.sla.reading.SlaReading;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Everything that a month's figures follow from, as texts by group and name. Equal inputs have equal JSON, so their
 * checksum shows whether anything changed, and the groups show what.
 */
record MonthInputs(SortedMap<String, SortedMap<String, String>> groups) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int MOST_CHANGES = 40;

    static MonthInputs of(SlaReading reading) {
        var groups = new TreeMap<String, SortedMap<String, String>>();
        groups.put("objective", objective(reading));
        groups.put("requests", new TreeMap<>());
        reading.days().forEach((day, counted) -> group(groups, "requests").put(day.toString(), text(counted)));
        groups.put("maintenance", new TreeMap<>());
        reading.maintenance()
                .forEach(work -> group(groups, "maintenance")
                        .put(work.period().start() + "/" + work.period().end(), work.title()));
        groups.put("latency", new TreeMap<>());
        reading.endpoints()
                .forEach((endpoint, latency) -> group(groups, "latency").put(endpoint, text(latency)));
        groups.put(
                "counts",
                new TreeMap<>(Map.of(
                        "good hours", text(reading.counts().timeslices()),
                        "requests in the budget's days",
                                text(reading.budgetDays().counted()),
                        "hours seen by probes", text(reading.signals().probes()),
                        "orders", text(reading.signals().orders()))));
        return new MonthInputs(groups);
    }

    private static SortedMap<String, String> group(SortedMap<String, SortedMap<String, String>> groups, String name) {
        return groups.computeIfAbsent(name, _ -> new TreeMap<>());
    }

    private static SortedMap<String, String> objective(SlaReading reading) {
        var objective = reading.promise().objective();
        var terms = new TreeMap<String, String>();
        terms.put("availability", NumberText.of(objective.availability().percent()));
        terms.put("counting", objective.counting().name().toLowerCase(Locale.ROOT));
        terms.put("slice", NumberText.of(objective.slice().percent()));
        terms.put(
                "window",
                switch (objective.window()) {
                    case BudgetWindow.Month _ -> "month";
                    case BudgetWindow.Rolling(int days) -> days + " days";
                });
        terms.put("latency seconds", NumberText.of(objective.latencySeconds()));
        terms.put("latency percent", NumberText.of(objective.latency().percent()));
        terms.put("valid from", objective.validFrom().toString());
        terms.put(
                "credits",
                reading.promise().credits().steps().stream()
                        .map(step -> NumberText.of(step.below()) + ":" + NumberText.of(step.percent()))
                        .collect(Collectors.joining(", ")));
        terms.put("credit cap", NumberText.of(reading.promise().credits().capPercent()));
        terms.put(
                "credit from requests", NumberText.of(reading.promise().limits().minRequests()));
        return terms;
    }

    private static String text(Availability counted) {
        return NumberText.of(counted.good()) + " good of " + NumberText.of(counted.total());
    }

    private static String text(Latency latency) {
        return NumberText.of(latency.observations()) + " observed, "
                + HexFormat.of()
                        .formatHex(sha256(latency.distribution().encode()))
                        .substring(0, 16);
    }

    private static Availability counted(String text) {
        var words = text.split(" ", -1);
        return new Availability(new BigDecimal(words[0]), new BigDecimal(words[3]));
    }

    private SortedMap<String, String> of(String group) {
        return groups.getOrDefault(group, new TreeMap<>());
    }

    FrozenInputs frozen() {
        var requests = new TreeMap<LocalDate, Availability>();
        of("requests").forEach((day, text) -> requests.put(LocalDate.parse(day), counted(text)));
        return new FrozenInputs(
                of("objective"),
                requests,
                of("maintenance").entrySet().stream()
                        .map(work -> work.getValue() + ", " + work.getKey().replace("/", " to "))
                        .toList(),
                of("counts"));
    }

    static MonthInputs parse(String json) {
        try {
            return new MonthInputs(
                    JSON.readValue(json, new TypeReference<TreeMap<String, SortedMap<String, String>>>() {}));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no inputs of a month", e);
        }
    }

    String json() {
        try {
            return JSON.writeValueAsString(groups);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts always become JSON", e);
        }
    }

    byte[] checksum() {
        return sha256(json().getBytes(StandardCharsets.UTF_8));
    }

    /** What differs from earlier inputs, a sentence each; of very many the last says how many more there are. */
    List<String> changesSince(MonthInputs before) {
        var changes = new ArrayList<String>();
        for (var group : names(groups, before.groups)) {
            var now = groups.getOrDefault(group, new TreeMap<>());
            var then = before.groups.getOrDefault(group, new TreeMap<>());
            for (var name : names(now, then)) {
                var value = now.get(name);
                var old = then.get(name);
                if (value == null) {
                    changes.add(group + " " + name + ": gone, was " + old);
                } else if (old == null) {
                    changes.add(group + " " + name + ": new, " + value);
                } else if (!value.equals(old)) {
                    changes.add(group + " " + name + ": " + value + ", was " + old);
                }
            }
        }
        return changes.size() <= MOST_CHANGES
                ? changes
                : Stream.concat(
                                changes.stream().limit(MOST_CHANGES),
                                Stream.of("and " + (changes.size() - MOST_CHANGES) + " more"))
                        .toList();
    }

    private static SortedSet<String> names(Map<String, ?> one, Map<String, ?> other) {
        var names = new TreeSet<>(one.keySet());
        names.addAll(other.keySet());
        return names;
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
