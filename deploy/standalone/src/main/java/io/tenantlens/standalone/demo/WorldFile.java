package io.tenantlens.standalone.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Remembers the world and until when the portal knows it, so that nothing is sent again and no gap stays. */
record WorldFile(Path path) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * A world, and the instant until which the portal has taken what happened in it.
     *
     * @param extras what faults have added, by shop
     */
    record Saved(World world, Instant sentUntil, Map<String, Totals> extras) {

        Saved {
            extras = Map.copyOf(extras);
        }

        Totals extra(DemoTenant tenant) {
            return extras.getOrDefault(tenant.slug(), Totals.NONE);
        }
    }

    Optional<Saved> read() throws IOException {
        if (!Files.exists(path)) {
            return Optional.empty();
        }
        try {
            return Optional.of(saved(JSON.readTree(path.toFile())));
        } catch (IOException | IllegalArgumentException | DateTimeException e) {
            throw new IOException(path + " is damaged; --fresh starts over", e);
        }
    }

    private static Saved saved(JsonNode json) {
        var world = new World(
                json.required("seed").asLong(),
                json.required("tenants").asInt(),
                Instant.parse(json.required("origin").asText()),
                Instant.parse(json.required("hourlyFrom").asText()),
                Instant.parse(json.required("historyEnd").asText()));
        return new Saved(world, Instant.parse(json.required("sentUntil").asText()), extras(json.path("extras")));
    }

    private static Map<String, Totals> extras(JsonNode json) {
        return json.properties().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, shop -> JSON.convertValue(shop.getValue(), Totals.class)));
    }

    void write(Saved saved) throws IOException {
        var world = saved.world;
        var json = JSON.createObjectNode()
                .put("seed", world.seed())
                .put("tenants", world.tenants())
                .put("origin", world.origin().toString())
                .put("hourlyFrom", world.hourlyFrom().toString())
                .put("historyEnd", world.historyEnd().toString())
                .put("sentUntil", saved.sentUntil.toString());
        json.set("extras", JSON.valueToTree(saved.extras));
        var fresh = path.resolveSibling(path.getFileName() + ".new");
        Files.writeString(fresh, json.toPrettyString());
        Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
