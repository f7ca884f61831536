package io.tenantlens.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Runs a command as the shell would, on a case from standard input. */
final class RunCli {

    private static final ObjectMapper JSON = new ObjectMapper();

    private RunCli() {}

    record Result(int exitCode, JsonNode output) {}

    static JsonNode answer(String command, JsonNode input) {
        var result = run(command, input.toString());
        assertThat(result.exitCode()).as(result.output().toPrettyString()).isZero();
        return result.output();
    }

    /** Runs a case that may use single quotes for double ones. */
    static Result run(String command, String input) {
        var in = new ByteArrayInputStream(input.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
        var out = new ByteArrayOutputStream();
        var stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        var exitCode = Cli.run(command, List.of("-"), in, stream, stream);
        try {
            return new Result(exitCode, JSON.readTree(out.toString(StandardCharsets.UTF_8)));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static BigDecimal decimal(JsonNode value) {
        return new BigDecimal(value.asText());
    }
}
