package io.tenantlens.standalone.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** A program that comes with Prometheus or Alertmanager and must end well. */
record Tool(String program) {

    static final Tool PROMTOOL = new Tool("promtool");
    static final Tool AMTOOL = new Tool("amtool");

    /** Runs the program and returns what it said on its standard output; fails with all that it said if it did not succeed. */
    String run(List<String> arguments) {
        var command = Stream.concat(Stream.of(program), arguments.stream()).toList();
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as("%s%n%s", command, output).isZero();
            return output;
        } catch (IOException e) {
            throw new AssertionError(
                    program + " is missing: install it, for example apt install prometheus prometheus-alertmanager", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while waiting for " + command, e);
        }
    }
}
