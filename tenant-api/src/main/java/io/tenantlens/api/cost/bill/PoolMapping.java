package io.tenantlens.api.cost.bill;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the pool and the tenant of a charge: what its tags say, else the first rule of its source that fits. */
final class PoolMapping {

    /** The pool of what nothing says the pool of: it stays unallocated, and so visible. */
    static final String UNMAPPED = "unmapped";

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Pattern POOL = Pattern.compile("[a-z0-9-]{1,63}");
    private static final List<String> POOL_TAGS = List.of("tenantlens:pool", "cost_pool", "pool");
    private static final List<String> TENANT_TAGS = List.of("tenantlens:tenant", "tenant_id", "tenant");

    /** A rule: charges whose column has this value belong to the pool. */
    record Rule(String column, String value, String pool) {}

    private final Map<String, List<Rule>> rules;

    /** @param rules by source */
    PoolMapping(Map<String, List<Rule>> rules) {
        this.rules = Map.copyOf(rules);
    }

    static boolean isPool(String name) {
        return POOL.matcher(name).matches();
    }

    /** The tags of a charge; none for an empty cell. */
    static JsonNode tags(@Nullable String cell) {
        if (cell == null || cell.isBlank() || cell.equalsIgnoreCase("null")) {
            return MAPPER.createObjectNode();
        }
        try {
            var tags = MAPPER.readTree(cell);
            if (!tags.isObject()) {
                throw new IllegalArgumentException("tags must be a JSON object");
            }
            return tags;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("tags must be a JSON object", e);
        }
    }

    String pool(String source, JsonNode tags, Function<String, @Nullable String> cell) {
        var tagged = named(tags, POOL_TAGS);
        if (!tagged.isEmpty()) {
            return isPool(tagged) ? tagged : UNMAPPED;
        }
        return rules.getOrDefault(source, List.of()).stream()
                .filter(rule -> rule.value().equals(cell.apply(rule.column())))
                .map(Rule::pool)
                .findFirst()
                .orElse(UNMAPPED);
    }

    static String tenant(JsonNode tags) {
        return named(tags, TENANT_TAGS).toLowerCase(Locale.ROOT);
    }

    private static String named(JsonNode tags, List<String> names) {
        return names.stream()
                .map(name -> tags.path(name).asText(""))
                .filter(value -> !value.isBlank())
                .findFirst()
                .orElse("");
    }
}
