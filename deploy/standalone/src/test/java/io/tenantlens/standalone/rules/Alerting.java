package io.tenantlens.standalone.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The shipped files of alerting, read from the repository. */
final class Alerting {

    static final Path ALERTMANAGER = Path.of("..", "alertmanager", "alertmanager.yml");
    static final Path RUNBOOKS = Path.of("..", "..", "docs", "runbooks");

    private static final YAMLMapper YAML = new YAMLMapper();

    private Alerting() {}

    static List<Path> ruleFiles() {
        return files(Path.of("..", "prometheus", "rules"), ".yml");
    }

    static List<Path> ruleTests() {
        return files(Path.of("..", "prometheus", "tests"), ".yml");
    }

    static List<Path> runbooks() {
        return files(RUNBOOKS, ".md");
    }

    static Stream<JsonNode> groups() {
        return ruleFiles().stream().flatMap(file -> read(file).path("groups").valueStream());
    }

    static Stream<JsonNode> alerts() {
        return groups().flatMap(group -> group.path("rules").valueStream()).filter(rule -> rule.has("alert"));
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode read(Path file) {
        try {
            return YAML.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> files(Path folder, String ending) {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
