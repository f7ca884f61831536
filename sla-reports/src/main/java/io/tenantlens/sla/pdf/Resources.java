package io.tenantlens.sla.pdf;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Files beside the classes of this package. */
final class Resources {

    private Resources() {}

    static byte[] read(String name) {
        try (var file = Resources.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException(name + " is not on the class path");
            }
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
