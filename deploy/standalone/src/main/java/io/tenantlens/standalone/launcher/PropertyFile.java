package io.tenantlens.standalone.launcher;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Properties;

/** A small file of names and values that only its owner may read. */
record PropertyFile(Path path) {

    Properties read() {
        var properties = new Properties();
        if (Files.exists(path)) {
            try (var reader = Files.newBufferedReader(path)) {
                properties.load(reader);
            } catch (IOException | IllegalArgumentException e) {
                throw new Failure("cannot read " + path + " (" + e.getMessage() + "); --fresh starts over", e);
            }
        }
        return properties;
    }

    /** Replaces the file as a whole, so that a crash leaves the old or the new one. */
    void write(Properties properties) {
        try {
            var text = new StringWriter();
            properties.store(text, null);
            writePrivately(path, text.toString());
        } catch (IOException e) {
            throw new Failure("cannot write " + path + ": " + e.getMessage(), e);
        }
    }

    static void writePrivately(Path path, String text) throws IOException {
        var fresh = path.resolveSibling(path.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(fresh, text, StandardCharsets.UTF_8);
        Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
