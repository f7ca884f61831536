package io.tenantlens.standalone;

import io.tenantlens.standalone.bench.Bench;
import io.tenantlens.standalone.cli.Cli;
import io.tenantlens.standalone.launcher.Failure;
import io.tenantlens.standalone.launcher.Home;
import io.tenantlens.standalone.launcher.InstanceCommands;
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
          demo break payments|latency|errors|revenue|api-spike [--tenant X]
                             breaks a shop of the demo, or all, until:
          demo heal [--tenant X]
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
            case "up" -> instance().up(rest);
            case "down" -> instance().down();
            case "status" -> instance().status(rest);
            case "audit" -> instance().audit(rest);
            case "demo" -> instance().demo(rest);
            case "rate", "allocate", "sla", "metrics" -> Cli.run(command, rest, System.in, System.out, System.err);
            case "bench" -> {
                Bench.run(rest, () -> instance().ready(), () -> instance().database(), System.out);
                yield 0;
            }
            case "help", "--help", "-h" -> {
                System.out.print(HELP);
                yield 0;
            }
            default -> throw new Failure("there is no command '" + command + "'; ./tenantlens help tells them");
        };
    }

    private static InstanceCommands instance() {
        return new InstanceCommands(Home.locate(System.getenv()));
    }
}
