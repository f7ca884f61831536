package io.tenantlens.standalone.cli;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tenantlens.api.input.InvalidInput;
import io.tenantlens.api.input.JsonInput;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Answers {@code rate}, {@code allocate} and their like: a file with a case or an array of cases in, JSON out.
 *
 * <p>A case that cannot be answered is answered by its problem in its place, and the exit code is 2.
 */
public final class Cli {

    private static final int OK = 0;
    private static final int BAD_INPUT = 2;

    private static final Map<String, CaseCommand> COMMANDS = Map.ofEntries(
            Map.entry("rate", new RateCommand()),
            Map.entry("allocate", new AllocateCommand()),
            Map.entry("sla", new SlaCommand()),
            Map.entry("metrics", new MetricsCommand()));

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Cli() {}

    public static Set<String> commands() {
        return COMMANDS.keySet();
    }

    /** Runs one command and returns its exit code. */
    public static int run(String command, List<String> args, InputStream in, PrintStream out, PrintStream err) {
        var answers = COMMANDS.get(command);
        if (answers == null || args.size() != 1) {
            err.println("usage: tenantlens "
                    + String.join("|", commands().stream().sorted().toList()) + " FILE|-");
            return BAD_INPUT;
        }
        JsonNode input;
        try {
            input = JSON.readTree(read(args.getFirst(), in));
        } catch (JsonProcessingException e) {
            return print(Problem.unreadable("not JSON: " + e.getOriginalMessage() + place(e)), out, BAD_INPUT);
        } catch (IOException e) {
            return print(Problem.unreadable("cannot read " + args.getFirst() + ": " + e.getMessage()), out, BAD_INPUT);
        }
        return answerAll(answers, input, out);
    }

    private static int answerAll(CaseCommand command, JsonNode input, PrintStream out) {
        if (!input.isArray()) {
            var answer = answer(command, input);
            return print(answer.json(), out, answer.ok() ? OK : BAD_INPUT);
        }
        var answers = JSON.createArrayNode();
        var exitCode = OK;
        for (var element : input) {
            var answer = answer(command, element);
            answers.add(answer.json());
            exitCode = answer.ok() ? exitCode : BAD_INPUT;
        }
        return print(answers, out, exitCode);
    }

    private static Answer answer(CaseCommand command, JsonNode input) {
        try {
            return new Answer(command.answer(new JsonInput(input, "")), true);
        } catch (InvalidInput invalid) {
            return new Answer(Problem.invalidCase(invalid), false);
        }
    }

    private static byte[] read(String file, InputStream in) throws IOException {
        return file.equals("-") ? in.readAllBytes() : Files.readAllBytes(Path.of(file));
    }

    private static String place(JsonProcessingException e) {
        var location = e.getLocation();
        return location == null ? "" : " (line " + location.getLineNr() + ", column " + location.getColumnNr() + ")";
    }

    private static int print(JsonNode answer, PrintStream out, int exitCode) {
        try {
            out.write(JSON.writerWithDefaultPrettyPrinter()
                    .writeValueAsString(answer)
                    .getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        out.println();
        out.flush();
        return exitCode;
    }

    private record Answer(JsonNode json, boolean ok) {}
}
