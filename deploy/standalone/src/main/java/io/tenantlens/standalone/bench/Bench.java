package io.tenantlens.standalone.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.tenantlens.standalone.launcher.Failure;
import io.tenantlens.standalone.launcher.RunState;
import java.io.IOException;
import java.io.PrintStream;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** {@code ./tenantlens bench NAME}: measures and prints one line of JSON; what needs an instance takes the one that runs. */
public final class Bench {

    private Bench() {}

    public static void run(
            List<String> arguments, Supplier<RunState> instance, Supplier<Connection> database, PrintStream out) {
        var name = arguments.isEmpty() ? "" : arguments.getFirst();
        var options = new Options(arguments.subList(Math.min(1, arguments.size()), arguments.size()));
        Map<String, Object> figures = switch (name) {
            case "allocate" -> new AllocateBench(options).run();
            case "ingest" -> new IngestBench(new Instance(instance.get()), options).run();
            case "pages" -> new PagesBench(new Instance(instance.get()), options).run();
            case "rating" -> new RatingBench(database, options).run();
            default ->
                throw new Failure("there is no benchmark '" + name + "'; known are allocate, ingest, pages, rating");
        };
        try {
            out.println(new ObjectMapper().writeValueAsString(figures));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
