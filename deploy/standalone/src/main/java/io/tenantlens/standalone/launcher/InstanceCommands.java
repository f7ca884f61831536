package io.tenantlens.standalone.launcher;

import java.sql.Connection;
import java.util.List;

/** The commands that are about the instance of one data folder; each answers its exit code. */
public record InstanceCommands(Home home) {

    public int up(List<String> arguments) {
        var options = UpOptions.parse(arguments);
        if (options.detach()) {
            new Detached(home).run(arguments);
        } else {
            new Up(home, options).run();
        }
        return 0;
    }

    public int down() {
        new Down(home).run();
        return 0;
    }

    public int status(List<String> arguments) {
        var status = Status.of(home);
        System.out.println(arguments.contains("--json") ? status.asJson() : status.asText());
        return status.allHealthy() ? 0 : 1;
    }

    public int audit(List<String> arguments) {
        return new AuditCommand(home).run(arguments);
    }

    public int demo(List<String> arguments) {
        return new DemoCommand(home).run(arguments);
    }

    /** What runs, once it is ready. */
    public RunState ready() {
        return RunState.ofReady(home);
    }

    /** A connection to the server of the instance that runs, outside its databases. */
    public Connection database() {
        return PostgresServer.connectToRunning(home);
    }
}
