package io.tenantlens.standalone.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The data folder of one instance and what lies where in it. */
public record Home(Path folder, Path root) {

    private static final long ROOM_NEEDED = 1L << 30;

    /** {@code TENANTLENS_HOME}, or {@code .tenantlens} in the root of the repository. */
    public static Home locate(Map<String, String> environment) {
        var root = Path.of(environment.getOrDefault("TENANTLENS_ROOT", "."))
                .toAbsolutePath()
                .normalize();
        var chosen = environment.getOrDefault("TENANTLENS_HOME", "");
        var folder =
                chosen.isBlank() ? root.resolve(".tenantlens") : Path.of(chosen).toAbsolutePath();
        return new Home(folder.normalize(), root);
    }

    void create() {
        try {
            Files.createDirectories(logs());
            Files.createDirectories(programs());
            checkRoom(Files.getFileStore(folder).getUsableSpace());
        } catch (IOException e) {
            throw new Failure("cannot write to the data folder " + folder + ": " + e.getMessage(), e);
        }
    }

    private void checkRoom(long usable) {
        if (usable < ROOM_NEEDED) {
            throw new Failure("the disk of " + folder + " is full: " + (usable >> 20) + " MiB free, "
                    + (ROOM_NEEDED >> 20) + " MiB needed");
        }
    }

    /** Drops the data of the instance, not the unpacked programs nor the logs. */
    void dropData() {
        try (var entries = Files.list(folder)) {
            for (var entry : entries.toList()) {
                if (!List.of(programs(), logs(), lock()).contains(entry)) {
                    delete(entry);
                }
            }
        } catch (IOException e) {
            throw new Failure("cannot drop the data in " + folder + ": " + e.getMessage(), e);
        }
    }

    static void delete(Path tree) throws IOException {
        if (!Files.exists(tree)) {
            return;
        }
        try (var paths = Files.walk(tree)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }

    Path logs() {
        return folder.resolve("logs");
    }

    Path log(String service) {
        return logs().resolve(service + ".log");
    }

    Path programs() {
        return folder.resolve("programs");
    }

    Path lock() {
        return folder.resolve("lock");
    }

    Path postgresData() {
        return folder.resolve("postgres");
    }

    Path prometheusData() {
        return folder.resolve("prometheus");
    }

    Path alertmanagerData() {
        return folder.resolve("alertmanager");
    }

    Path mail() {
        return folder.resolve("mail");
    }

    Path messages() {
        return folder.resolve("messages");
    }

    /** Heads of the audit chain, kept outside of the database. */
    Path auditAnchors() {
        return folder.resolve("audit-anchors");
    }

    public Path demoWorld() {
        return folder.resolve("demo.json");
    }

    Path demoFaults() {
        return folder.resolve("demo-faults.json");
    }

    Path runState() {
        return folder.resolve("run.json");
    }

    Path ports() {
        return folder.resolve("ports.properties");
    }

    Path secrets() {
        return folder.resolve("secrets.properties");
    }

    Path built(String artifact) {
        var path = root.resolve(artifact);
        if (!Files.exists(path)) {
            throw new Failure(artifact + " is missing: run ./mvnw -DskipTests package");
        }
        return path;
    }
}
