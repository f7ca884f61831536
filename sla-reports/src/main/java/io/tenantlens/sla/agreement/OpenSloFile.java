package io.tenantlens.sla.agreement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** Reads OpenSLO v1: an SLO with a ratio is the availability, one with a threshold the latency of the same holder and day. */
public final class OpenSloFile {

    private static final int LONGEST = 200_000;
    private static final int MOST_DOCUMENTS = 400;
    private static final BigDecimal HUNDRED = new BigDecimal(100);

    /** What the documents of one version say. */
    private static final class Pair {
        private @Nullable Map<?, ?> availability;
        private @Nullable Map<?, ?> latency;
    }

    private OpenSloFile() {}

    /**
     * The versions in the file, not yet checked.
     *
     * @param defaultFrom the first day of versions whose file names none
     * @throws OpenSloException if the file is no OpenSLO, or half a promise
     */
    public static List<ObjectiveDraft> read(String text, String defaultFrom) {
        var pairs = new LinkedHashMap<String, Pair>();
        for (var document : documents(text)) {
            if (!(document instanceof Map<?, ?> slo)) {
                throw new OpenSloException("Each document must be an object of kind SLO.");
            }
            if (!OpenSlo.VERSION.equals(slo.get("apiVersion"))) {
                throw new OpenSloException("Send documents of apiVersion openslo/v1.");
            }
            if ("SLO".equals(slo.get("kind"))) {
                var from = annotation(slo, "valid-from").isEmpty() ? defaultFrom : annotation(slo, "valid-from");
                var pair = pairs.computeIfAbsent(annotation(slo, "holder") + " " + from, _ -> new Pair());
                if (at(slo, "spec", "indicator", "spec", "thresholdMetric") == null) {
                    pair.availability = slo;
                } else {
                    pair.latency = slo;
                }
            }
        }
        var drafts = new ArrayList<ObjectiveDraft>();
        pairs.forEach((key, pair) -> drafts.add(draft(key, pair)));
        if (drafts.isEmpty()) {
            throw new OpenSloException("The file has no SLO.");
        }
        return drafts;
    }

    private static List<Object> documents(String text) {
        if (text.length() > LONGEST) {
            throw new OpenSloException("Send at most " + LONGEST + " characters.");
        }
        var options = new LoaderOptions();
        options.setMaxAliasesForCollections(0);
        options.setNestingDepthLimit(20);
        options.setAllowDuplicateKeys(false);
        var documents = new ArrayList<Object>();
        try {
            for (var document : new Yaml(new SafeConstructor(options)).loadAll(text)) {
                if (document != null) {
                    documents.add(document);
                }
                if (documents.size() > MOST_DOCUMENTS) {
                    throw new OpenSloException("Send at most " + MOST_DOCUMENTS + " documents.");
                }
            }
        } catch (YAMLException e) {
            throw new OpenSloException("This is no YAML: " + e.getMessage());
        }
        return documents;
    }

    private static ObjectiveDraft draft(String key, Pair pair) {
        var slo = pair.availability;
        var latency = pair.latency;
        if (slo == null || latency == null) {
            throw new OpenSloException(
                    "Each promise needs two SLOs, one with a ratioMetric and one with a thresholdMetric: " + key);
        }
        if (latency.get("spec") instanceof Map<?, ?> && !"lte".equals(at(latency, "spec", "objectives", 0, "op"))) {
            throw new OpenSloException("The objective of a latency has op: lte.");
        }
        return new ObjectiveDraft(
                annotation(slo, "holder"),
                key.substring(key.indexOf(' ') + 1),
                annotation(slo, "valid-until"),
                percent(at(slo, "spec", "objectives", 0, "target")),
                string(at(slo, "spec", "budgetingMethod")),
                percent(at(slo, "spec", "objectives", 0, "timeSliceTarget")),
                windowDays(slo),
                string(at(latency, "spec", "objectives", 0, "value")),
                percent(at(latency, "spec", "objectives", 0, "target")),
                annotation(slo, "credit-steps"),
                annotation(slo, "credit-cap"),
                annotation(slo, "credit-year-cap"),
                annotation(slo, "credit-min-requests"));
    }

    /** Rolling days as a number; a calendar month is empty; anything else is left for the check to refuse. */
    private static String windowDays(Map<?, ?> slo) {
        var duration = string(at(slo, "spec", "timeWindow", 0, "duration"));
        if (Boolean.TRUE.equals(at(slo, "spec", "timeWindow", 0, "isRolling"))) {
            return duration.endsWith("d")
                    ? duration.substring(0, duration.length() - 1)
                    : duration.endsWith("w") ? weeks(duration) : duration;
        }
        return duration.equals("1M") ? "" : "not a calendar month: " + duration;
    }

    private static String weeks(String duration) {
        var number = duration.substring(0, duration.length() - 1);
        return number.matches("\\d{1,2}") ? String.valueOf(7 * Integer.parseInt(number)) : duration;
    }

    /** 0.999 as 99.9. */
    private static String percent(@Nullable Object share) {
        return share instanceof Number number && Double.isFinite(number.doubleValue())
                ? new BigDecimal(number.toString())
                        .multiply(HUNDRED)
                        .stripTrailingZeros()
                        .toPlainString()
                : string(share);
    }

    private static String annotation(Map<?, ?> slo, String name) {
        return string(at(slo, "metadata", "annotations", OpenSlo.PREFIX + name));
    }

    private static String string(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Date day ->
                LocalDate.ofInstant(day.toInstant(), ZoneOffset.UTC).toString();
            case Double number when Double.isFinite(number) -> new BigDecimal(number.toString()).toPlainString();
            default -> value.toString();
        };
    }

    private static @Nullable Object at(@Nullable Object from, Object... path) {
        var here = from;
        for (var step : path) {
            here = switch (here) {
                case Map<?, ?> map -> map.get(step);
                case List<?> list when step instanceof Integer index && index < list.size() -> list.get(index);
                case null, default -> null;
            };
        }
        return here;
    }
}
