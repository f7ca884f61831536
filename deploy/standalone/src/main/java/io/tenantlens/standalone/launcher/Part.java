package io.tenantlens.standalone.launcher;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** A program that {@code up} runs: how it is called, when it is ready, and which signal ends it in order. */
record Part(
        String name,
        int port,
        Path log,
        List<String> command,
        Map<String, String> environment,
        BooleanSupplier ready,
        String stopSignal) {

    static final Duration PATIENCE = Duration.ofMinutes(3);

    Part {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }
}
