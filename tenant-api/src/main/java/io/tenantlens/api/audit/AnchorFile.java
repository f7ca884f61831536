package io.tenantlens.api.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.TreeMap;

/** Heads of the chain kept outside the database: one line each with the position and the hash. */
final class AnchorFile {

    private AnchorFile() {}

    /** No file, no anchors; a torn last line is left out. */
    static Map<Long, String> read(Path file) throws IOException {
        var anchors = new TreeMap<Long, String>();
        if (Files.exists(file)) {
            for (var line : Files.readAllLines(file)) {
                var words = line.split(" ", -1);
                if (words.length == 2 && words[0].matches("\\d{1,18}") && words[1].matches("[0-9a-f]{64}")) {
                    anchors.put(Long.valueOf(words[0]), words[1]);
                }
            }
        }
        return anchors;
    }

    static void append(Path file, long position, String hash) throws IOException {
        Files.writeString(
                file,
                position + " " + hash + System.lineSeparator(),
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }
}
