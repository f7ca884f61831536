package io.tenantlens.standalone.launcher;

import java.util.ArrayList;
import java.util.List;

/** What was asked of {@code up}. */
record UpOptions(int port, boolean empty, boolean fresh, boolean detach, int tenants, int days) {

    private static final int DEFAULT_PORT = 8080;
    private static final int DEFAULT_TENANTS = 24;
    private static final int DEFAULT_DAYS = 396;

    static UpOptions parse(List<String> arguments) {
        var rest = new ArrayList<>(arguments);
        var options = new UpOptions(
                number(rest, "--port", DEFAULT_PORT, 65_535),
                rest.remove("--empty"),
                rest.remove("--fresh"),
                rest.remove("--detach"),
                number(rest, "--tenants", DEFAULT_TENANTS, 100_000),
                number(rest, "--days", DEFAULT_DAYS, 3_660));
        if (!rest.isEmpty()) {
            throw new Failure("up does not know " + rest.getFirst() + "; ./tenantlens help tells the options");
        }
        return options;
    }

    /** Takes the option and its value out of the arguments. */
    static int number(List<String> arguments, String option, int otherwise, int most) {
        var at = arguments.indexOf(option);
        if (at < 0) {
            return otherwise;
        }
        arguments.remove(at);
        var text = at < arguments.size() ? arguments.remove(at) : "nothing";
        if (!text.matches("[0-9]{1,9}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > most) {
            throw new Failure(option + " takes a number from 1 to " + most + ", not " + text);
        }
        return Integer.parseInt(text);
    }
}
