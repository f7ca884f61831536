package io.tenantlens.standalone.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.EnumSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Which shops are broken and how: written by a command, looked at by the demo every few seconds. */
record FaultFile(Path path) {

    private static final ObjectMapper JSON = new ObjectMapper();

    SortedMap<String, Set<Fault>> read() throws IOException {
        var faults = new TreeMap<String, Set<Fault>>();
        if (!Files.exists(path)) {
            return faults;
        }
        for (var shop : JSON.readTree(path.toFile()).properties()) {
            var broken = EnumSet.noneOf(Fault.class);
            shop.getValue().forEach(key -> Fault.find(key.asText()).ifPresent(broken::add));
            faults.put(shop.getKey(), broken);
        }
        return faults;
    }

    void write(SortedMap<String, Set<Fault>> faults) throws IOException {
        var json = JSON.createObjectNode();
        faults.forEach((shop, broken) -> {
            var keys = json.putArray(shop);
            broken.forEach(fault -> keys.add(fault.key()));
        });
        var fresh = path.resolveSibling(path.getFileName() + ".new");
        Files.writeString(fresh, json.toPrettyString());
        Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
