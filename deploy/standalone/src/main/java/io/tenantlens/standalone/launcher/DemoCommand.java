package io.tenantlens.standalone.launcher;

import io.tenantlens.standalone.demo.DemoFaults;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** {@code demo break} and {@code demo heal}: the demo platform of the running instance breaks, for shops and in ways of one's choice. */
record DemoCommand(Home home) {

    private static final String USAGE =
            "./tenantlens demo break payments|latency|errors|revenue|api-spike [--tenant X], or ./tenantlens demo heal"
                    + " [--tenant X]";

    int run(List<String> arguments) {
        RunState.ofReady(home);
        var faults = new DemoFaults(home.demoWorld(), home.demoFaults());
        try {
            System.out.println(answer(faults, arguments));
            return 0;
        } catch (IllegalArgumentException e) {
            throw new Failure(String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw new Failure("cannot write to " + home.folder() + ": " + e.getMessage(), e);
        }
    }

    private static String answer(DemoFaults faults, List<String> arguments) throws IOException {
        if (arguments.size() > 1 && arguments.getFirst().equals("break")) {
            return faults.breakDown(arguments.get(1), tenant(arguments.subList(2, arguments.size())));
        }
        if (!arguments.isEmpty() && arguments.getFirst().equals("heal")) {
            return faults.heal(tenant(arguments.subList(1, arguments.size())));
        }
        throw new Failure(USAGE);
    }

    private static Optional<String> tenant(List<String> options) {
        if (options.isEmpty()) {
            return Optional.empty();
        }
        if (options.size() == 2 && options.getFirst().equals("--tenant")) {
            return Optional.of(options.getLast());
        }
        throw new Failure(USAGE);
    }
}
