package io.tenantlens.standalone.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.concurrent.TimeUnit;

/** A part's process, in a session of its own so that Ctrl-C reaches only the launcher, which stops all in order. */
final class Running {

    private static final Duration GRACE = Duration.ofSeconds(20);

    private final Part part;
    private final Process process;

    private Running(Part part, Process process) {
        this.part = part;
        this.process = process;
    }

    static Running start(Part part) {
        var command = new ArrayList<String>();
        if (Tools.find("setsid") != null) {
            command.add("setsid");
        }
        command.addAll(part.command());
        try {
            keepPreviousLog(part.log());
            var builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectOutput(part.log().toFile());
            builder.environment().putAll(part.environment());
            return new Running(part, builder.start());
        } catch (IOException e) {
            throw new Failure("cannot start " + part.name() + ": " + e.getMessage(), e);
        }
    }

    private static void keepPreviousLog(Path log) throws IOException {
        if (Files.exists(log)) {
            Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Waits until the part answers; fails with the last thing it said if it ends instead. */
    void awaitReady() {
        var end = System.nanoTime() + Part.PATIENCE.toNanos();
        while (!part.ready().getAsBoolean()) {
            if (!process.isAlive()) {
                throw new Failure(part.name() + " did not start: " + lastWords() + " (" + part.log() + ")");
            }
            if (System.nanoTime() > end) {
                throw new Failure(part.name() + " was not ready after " + Part.PATIENCE.toMinutes() + " minutes; see "
                        + part.log());
            }
            pause();
        }
    }

    private void pause() {
        try {
            process.waitFor(100, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("interrupted while " + part.name() + " was starting", e);
        }
    }

    /** The last line that names an error, or else the last line at all. */
    String lastWords() {
        try (var lines = Files.lines(part.log())) {
            var said = lines.filter(line -> !line.isBlank()).toList();
            return said.stream()
                    .filter(line -> line.matches(".*(PANIC|FATAL|ERROR|error|Exception|level=error).*"))
                    .reduce((_, last) -> last)
                    .or(() -> said.stream().reduce((_, last) -> last))
                    .map(String::strip)
                    .orElse("it said nothing");
        } catch (IOException | UncheckedIOException _) {
            return "its log cannot be read";
        }
    }

    void stop() {
        if (!process.isAlive()) {
            return;
        }
        Tools.signal(process.toHandle(), part.stopSignal());
        try {
            if (!process.waitFor(GRACE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }

    Part part() {
        return part;
    }

    Process process() {
        return process;
    }

    RunState.Entry entry() {
        var started = process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
        return new RunState.Entry(
                part.name(), process.pid(), started, part.port(), part.log().toString());
    }
}
