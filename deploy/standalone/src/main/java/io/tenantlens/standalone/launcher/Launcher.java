package io.tenantlens.standalone.launcher;

import io.tenantlens.standalone.bench.Bench;
import io.tenantlens.standalone.cli.Cli;
import java.util.List;

/** The commands of {@code ./tenantlens}. */
public final class Launcher {

    private static final String HELP = """
            ./tenantlens COMMAND

              up [--port N] [--detach] [--empty] [--fresh] [--tenants N] [--days N]
                                 builds what is stale and starts everything; --empty without demo data,
                                 --fresh drops the data first, --detach returns once it is ready
              down               stops a detached one
              status [--json]    what runs, on which ports, healthy or not
              test               the whole test suite
              rate|allocate|sla|metrics FILE
                                 calculates one case, or an array of cases; FILE may be -
              audit verify       checks the audit chain
              bench ingest|pages measures, prints one line of JSON
            """;

    private Launcher() {}

    public static void main(String... arguments) {
        int code;
        try {
            code = run(List.of(arguments));
        } catch (Failure e) {
            System.err.println("tenantlens: " + e.getMessage());
            code = 1;
        }
        System.exit(code);
    }

    private static int run(List<String> arguments) {
        var command = arguments.isEmpty() ? "help" : arguments.getFirst();
        var rest = arguments.subList(Math.min(1, arguments.size()), arguments.size());
        return switch (command) {
            case "up" -> up(rest);
            case "down" -> {
                new Down(home()).run();
                yield 0;
            }
            case "status" -> status(rest);
            case "help", "--help", "-h" -> {
                System.out.print(HELP);
                yield 0;
            }
            case "rate", "allocate", "sla", "metrics" -> Cli.run(command, rest, System.in, System.out, System.err);
            case "audit" -> new AuditCommand(home()).run(rest);
            case "bench" -> {
                Bench.run(
                        rest,
                        () -> RunState.ofReady(home()),
                        () -> PostgresServer.connectToRunning(home()),
                        System.out);
                yield 0;
            }
            default -> throw new Failure("there is no command '" + command + "'; ./tenantlens help tells them");
        };
    }

    private static int up(List<String> arguments) {
        var options = UpOptions.parse(arguments);
        if (options.detach()) {
            new Detached(home()).run(arguments);
        } else {
            new Up(home(), options).run();
        }
        return 0;
    }

    private static int status(List<String> arguments) {
        var status = Status.of(home());
        System.out.println(arguments.contains("--json") ? status.asJson() : status.asText());
        return status.allHealthy() ? 0 : 1;
    }

    private static Home home() {
        return Home.locate(System.getenv());
    }
}
