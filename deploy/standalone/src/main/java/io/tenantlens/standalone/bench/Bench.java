package io.tenantlens.standalone.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.tenantlens.standalone.launcher.Failure;
import io.tenantlens.standalone.launcher.RunState;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;

/** {@code ./tenantlens bench NAME}: measures the instance that runs and prints one line of JSON. */
public final class Bench {

    private Bench() {}

    public static void run(List<String> arguments, RunState instance, PrintStream out) {
        var name = arguments.isEmpty() ? "" : arguments.getFirst();
        var options = new Options(arguments.subList(Math.min(1, arguments.size()), arguments.size()));
        Map<String, Object> figures = switch (name) {
            case "ingest" -> new IngestBench(new Instance(instance), options).run();
            case "pages" -> new PagesBench(new Instance(instance), options).run();
            default -> throw new Failure("there is no benchmark '" + name + "'; known are ingest, pages");
        };
        try {
            out.println(new ObjectMapper().writeValueAsString(figures));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
