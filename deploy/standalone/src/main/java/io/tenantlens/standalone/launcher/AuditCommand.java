package io.tenantlens.standalone.launcher;

import io.tenantlens.standalone.launcher.Ports.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code audit verify}: checks the audit chain of a running instance, or of a stopped one whose database it starts. */
record AuditCommand(Home home) {

    private static final String PROGRAM = "io.tenantlens.api.audit.AuditVerify";

    int run(List<String> arguments) {
        if (!arguments.equals(List.of("verify"))) {
            throw new Failure("audit knows one thing to do: ./tenantlens audit verify");
        }
        if (!Files.exists(home.postgresData())) {
            throw new Failure("there is no data in " + home.folder() + "; start it with ./tenantlens up");
        }
        var secrets = Secrets.of(home);
        if (InstanceLock.isTaken(home)) {
            var port = RunState.of(home)
                    .flatMap(state -> state.service(PostgresServer.NAME))
                    .orElseThrow(() -> new Failure("the instance in " + home.folder() + " is just starting; try again"))
                    .port();
            return verify(new PostgresServer(home, port, secrets));
        }
        return verifyStopped(secrets);
    }

    private int verifyStopped(Secrets secrets) {
        try (var _ = InstanceLock.take(home)) {
            Leftovers.stop(home);
            var port = Ports.remembered(Service.POSTGRES, new PropertyFile(home.ports()).read());
            var database = new PostgresServer(home, port, secrets);
            var server = Running.start(database.prepare());
            try {
                server.awaitReady();
                return verify(database);
            } finally {
                server.stop();
            }
        } catch (IOException e) {
            throw new Failure("cannot release the data folder: " + e.getMessage(), e);
        }
    }

    private int verify(PostgresServer database) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                PROGRAM,
                database.url("tenantlens"),
                "tenantlens_staff"));
        if (Files.exists(home.auditAnchors())) {
            command.add(home.auditAnchors().toString());
        }
        try {
            var builder = new ProcessBuilder(command).inheritIO();
            builder.environment().put("TENANTLENS_DATABASE_PASSWORD", database.password("staff"));
            return builder.start().waitFor();
        } catch (IOException e) {
            throw new Failure("cannot check the audit chain: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("interrupted", e);
        }
    }
}
