package io.tenantlens.standalone.launcher;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Locale;

/** {@code status}: what runs, on which ports, healthy or not. */
record Status(boolean running, boolean ready, String url, String home, List<Service> services) {

    record Service(String name, int port, long pid, boolean healthy, String log) {}

    private static final ObjectMapper JSON = new ObjectMapper();

    static Status of(Home home) {
        var state = RunState.of(home);
        if (state.isEmpty() || !InstanceLock.isTaken(home)) {
            return new Status(false, false, "", home.folder().toString(), List.of());
        }
        var services = state.get().services().parallelStream()
                .map(entry -> new Service(
                        entry.name(), entry.port(), entry.pid(), isHealthy(entry, state.get()), entry.log()))
                .toList();
        return new Status(
                true, state.get().ready(), state.get().url(), home.folder().toString(), services);
    }

    private static boolean isHealthy(RunState.Entry entry, RunState state) {
        var here = "http://127.0.0.1:" + entry.port();
        return switch (entry.name()) {
            case Portal.NAME -> Web.answersOk(state.url() + "/q/health/ready");
            case KeycloakServer.NAME -> Web.answersOk(here + "/realms/tenantlens/.well-known/openid-configuration");
            case Monitoring.PROMETHEUS, Monitoring.ALERTMANAGER -> Web.answersOk(here + "/-/ready");
            default -> Web.listens(entry.port());
        };
    }

    boolean allHealthy() {
        return running && ready && services.stream().allMatch(Service::healthy);
    }

    String asJson() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    String asText() {
        if (!running) {
            return "nothing runs in " + home + "; start it with ./tenantlens up";
        }
        var text = new StringBuilder(ready ? "up at " + url : "starting, will be at " + url);
        for (var service : services) {
            text.append(String.format(
                    Locale.ROOT,
                    "%n  %-14s port %-6d pid %-8d %-10s %s",
                    service.name,
                    service.port,
                    service.pid,
                    service.healthy ? "healthy" : "UNHEALTHY",
                    service.log));
        }
        return text.toString();
    }
}
