package io.tenantlens.api.meter;

import io.tenantlens.cost.meter.MeterKey;
import java.io.Reader;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads a catalogue and says of each mistake in which line it stands. */
final class CatalogueFile {

    private static final int VERSION = 1;
    private static final int DEFAULT_SCALE = 6;
    private static final Duration DEFAULT_HOLD = Duration.ofMinutes(5);
    private static final Set<String> FIELDS = Set.of(
            "meter",
            "title",
            "unit",
            "aggregation",
            "metric",
            "event",
            "property",
            "value",
            "scale",
            "hold",
            "dimensions");

    private final String file;

    private CatalogueFile(String file) {
        this.file = file;
    }

    static List<Meter> parse(String file, Reader content) {
        return new CatalogueFile(file).parse(content);
    }

    private List<Meter> parse(Reader content) {
        @Nullable Node root;
        try {
            root = new Yaml(new LoaderOptions()).compose(content);
        } catch (YAMLException e) {
            throw new CatalogueException(file + ": " + e.getMessage(), e);
        }
        if (root == null) {
            throw new CatalogueException(file + ": is empty");
        }
        var fields = fields(root, Set.of("version", "meters"));
        var version = text(required(root, fields, "version"));
        if (!version.equals(Integer.toString(VERSION))) {
            throw mistake(root, "version must be " + VERSION + ", not " + version);
        }
        var meters = new ArrayList<Meter>();
        var keys = new HashSet<MeterKey>();
        for (var node : items(required(root, fields, "meters"))) {
            var meter = meter(node);
            if (!keys.add(meter.key())) {
                throw mistake(node, "meter " + meter.key() + " stands here twice");
            }
            meters.add(meter);
        }
        return meters;
    }

    private Meter meter(Node node) {
        var fields = fields(node, FIELDS);
        var aggregation = aggregation(required(node, fields, "aggregation"));
        var source = aggregation == Aggregation.EVENTS ? "event" : "metric";
        try {
            return new Meter(
                    new MeterKey(text(required(node, fields, "meter"))),
                    text(required(node, fields, "title")),
                    text(required(node, fields, "unit")),
                    aggregation,
                    text(required(node, fields, source)),
                    optional(fields, "property"),
                    optional(fields, "value").map(BigDecimal::new),
                    optional(fields, "scale").map(Integer::valueOf).orElse(DEFAULT_SCALE),
                    optional(fields, "hold").map(Duration::parse).orElse(DEFAULT_HOLD),
                    dimensions(fields.get("dimensions")));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw mistake(node, e.getMessage() == null ? "a value is malformed" : e.getMessage());
        }
    }

    private Aggregation aggregation(Node node) {
        try {
            return Aggregation.valueOf(text(node).toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException _) {
            throw mistake(node, "aggregation must be delta, integral, peak, events or distribution, not " + text(node));
        }
    }

    /** A list of labels that are dimensions under their own name, or a mapping from dimension to label. */
    private SortedMap<String, String> dimensions(@Nullable Node node) {
        var dimensions = new TreeMap<String, String>();
        if (node instanceof MappingNode mapping) {
            mapping.getValue().forEach(pair -> dimensions.put(text(pair.getKeyNode()), text(pair.getValueNode())));
        } else if (node != null) {
            items(node).forEach(item -> dimensions.put(text(item), text(item)));
        }
        return dimensions;
    }

    private Map<String, Node> fields(Node node, Set<String> known) {
        if (!(node instanceof MappingNode mapping)) {
            throw mistake(node, "expected fields");
        }
        var fields = new LinkedHashMap<String, Node>();
        for (var pair : mapping.getValue()) {
            var name = text(pair.getKeyNode());
            if (!known.contains(name)) {
                throw mistake(pair.getKeyNode(), "unknown field " + name);
            }
            fields.put(name, pair.getValueNode());
        }
        return fields;
    }

    private Node required(Node parent, Map<String, Node> fields, String name) {
        var node = fields.get(name);
        if (node == null) {
            throw mistake(parent, "field " + name + " is missing");
        }
        return node;
    }

    private Optional<String> optional(Map<String, Node> fields, String name) {
        return Optional.ofNullable(fields.get(name)).map(this::text);
    }

    private List<Node> items(Node node) {
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue();
        }
        throw mistake(node, "expected a list");
    }

    private String text(Node node) {
        if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return scalar.getValue();
        }
        throw mistake(node, "expected a text or a number");
    }

    private CatalogueException mistake(Node node, String what) {
        return new CatalogueException(file + " line " + (node.getStartMark().getLine() + 1) + ": " + what);
    }
}
