package io.tenantlens.standalone.launcher;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Processes of an {@code up} that was killed before it could stop them. */
final class Leftovers {

    private Leftovers() {}

    /** Stops those that still run, the database last, and names them. Only for the holder of the lock. */
    static List<String> stop(Home home) {
        var stopped = new ArrayList<String>();
        var services = RunState.of(home).map(RunState::services).orElse(List.of());
        for (var entry : services.reversed()) {
            var process = entry.process();
            if (process.isPresent() && entry.pid() != ProcessHandle.current().pid()) {
                end(process.get(), entry.name().equals(PostgresServer.NAME) ? "INT" : "TERM");
                stopped.add(entry.name());
            }
        }
        return stopped;
    }

    private static void end(ProcessHandle process, String signal) {
        Tools.signal(process, signal);
        try {
            process.onExit().get(20, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException _) {
            process.destroyForcibly();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
