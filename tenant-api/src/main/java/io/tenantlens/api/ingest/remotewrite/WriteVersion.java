package io.tenantlens.api.ingest.remotewrite;

import io.tenantlens.api.ingest.Intake;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The versions of remote write, told apart by the content type alone. */
enum WriteVersion {
    ONE,
    TWO;

    private static final Pattern PARAMETER = Pattern.compile("\\s*;\\s*");

    /** The version of a body; empty where the type is none of ours. Old senders name no type, which means 1.0. */
    static Optional<WriteVersion> of(@Nullable String contentType) {
        if (contentType == null || contentType.isBlank()) {
            return Optional.of(ONE);
        }
        var parts = PARAMETER.split(contentType.strip(), -1);
        if (!parts[0].toLowerCase(Locale.ROOT).equals("application/x-protobuf")) {
            return Optional.empty();
        }
        for (int i = 1; i < parts.length; i++) {
            if (parts[i].startsWith("proto=")) {
                return ofMessage(parts[i].substring("proto=".length()).replace("\"", ""));
            }
        }
        return Optional.of(ONE);
    }

    private static Optional<WriteVersion> ofMessage(String message) {
        return switch (message) {
            case "prometheus.WriteRequest" -> Optional.of(ONE);
            case "io.prometheus.write.v2.Request" -> Optional.of(TWO);
            default -> Optional.empty();
        };
    }

    void read(byte[] body, Intake intake) {
        switch (this) {
            case ONE -> VersionOneReader.read(body, intake);
            case TWO -> VersionTwoReader.read(body, intake);
        }
    }
}
