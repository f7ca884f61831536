package io.tenantlens.standalone.launcher;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What runs in a data folder, written down for {@code status}, {@code down} and the benchmarks. */
public record RunState(long pid, String url, boolean ready, List<Entry> services) {

    /** A service; its process is known by its id and the time it started, since ids come again. */
    public record Entry(String name, long pid, long startedAt, int port, String log) {

        Optional<ProcessHandle> process() {
            return ProcessHandle.of(pid)
                    .filter(ProcessHandle::isAlive)
                    .filter(handle -> handle.info()
                            .startInstant()
                            .map(Instant::toEpochMilli)
                            .filter(started -> started == startedAt)
                            .isPresent());
        }
    }

    private static final ObjectMapper JSON = new ObjectMapper();

    public RunState {
        services = List.copyOf(services);
    }

    public static Optional<RunState> of(Home home) {
        if (!Files.exists(home.runState())) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readValue(home.runState().toFile(), RunState.class));
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    /** That of an instance which is up and ready. */
    public static RunState ofReady(Home home) {
        return of(home).filter(state -> state.ready && InstanceLock.isTaken(home))
                .orElseThrow(() -> new Failure("nothing runs in " + home.folder() + "; start it with ./tenantlens up"));
    }

    public Optional<Entry> service(String name) {
        return services.stream().filter(entry -> entry.name().equals(name)).findFirst();
    }

    void write(Home home) {
        try {
            PropertyFile.writePrivately(
                    home.runState(), JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this));
        } catch (IOException e) {
            throw new Failure("cannot write " + home.runState() + ": " + e.getMessage(), e);
        }
    }
}
