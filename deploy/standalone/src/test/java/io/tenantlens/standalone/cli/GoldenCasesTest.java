package io.tenantlens.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Numbers of other billing systems and of our own rules, each in the format of its command. */
class GoldenCasesTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    static Stream<Arguments> rate() {
        return cases("rate");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void rate(String id, JsonNode input, JsonNode expected) {
        var answer = RunCli.answer("rate", input);

        assertContains(id, answer, expected);
        columnsFoot(answer);
    }

    static Stream<Arguments> allocate() {
        return cases("allocate");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void allocate(String id, JsonNode input, JsonNode expected) {
        var answer = RunCli.answer("allocate", input);

        assertContains(id, answer, expected);
        assertThat(answer.at("/proof/equal").asBoolean()).isTrue();
    }

    static Stream<Arguments> metrics() {
        return cases("metrics");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void metrics(String id, JsonNode input, JsonNode expected) {
        assertContains(id, RunCli.answer("metrics", input), expected);
    }

    @Test
    void everyGoldenCase_isTranslatedOrTestedElsewhere() {
        var translated = Stream.of("rate", "allocate", "metrics")
                .flatMap(command -> read(command).valueStream())
                .map(golden -> golden.get("id").asText())
                .collect(Collectors.toSet());
        read("elsewhere").fieldNames().forEachRemaining(translated::add);

        assertThat(read("billing-golden")
                        .valueStream()
                        .map(golden -> golden.get("id").asText()))
                .isSubsetOf(translated);
    }

    private static JsonNode read(String name) {
        try (var file = GoldenCasesTest.class.getResourceAsStream("/golden/" + name + ".json")) {
            return JSON.readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Arguments> cases(String command) {
        return read(command)
                .valueStream()
                .map(golden -> Arguments.of(golden.get("id").asText(), golden.get("case"), golden.get("expected")));
    }

    /** Expected fields must be there; numbers compare as numbers, lists entry by entry. */
    private static void assertContains(String path, JsonNode actual, JsonNode expected) {
        switch (expected.getNodeType()) {
            case OBJECT ->
                expected.forEachEntry((name, value) -> {
                    assertThat(actual.has(name)).as(path + "/" + name).isTrue();
                    assertContains(path + "/" + name, actual.get(name), value);
                });
            case ARRAY -> {
                assertThat(actual).as(path + ": " + actual).hasSize(expected.size());
                for (var i = 0; i < expected.size(); i++) {
                    assertContains(path + "/" + i, actual.get(i), expected.get(i));
                }
            }
            case STRING -> {
                if (expected.asText().matches("-?[0-9.]+")) {
                    assertThat(RunCli.decimal(actual)).as(path).isEqualByComparingTo(RunCli.decimal(expected));
                } else {
                    assertThat(actual.asText()).as(path).isEqualTo(expected.asText());
                }
            }
            default -> assertThat(actual).as(path).isEqualTo(expected);
        }
    }

    private static void columnsFoot(JsonNode bill) {
        for (var column : new String[][] {
            {"amount", "subtotal"}, {"discount", "discount"}, {"tax", "tax"}, {"credit", "credit"}, {"total", "total"}
        }) {
            var sum = bill.get("lines")
                    .valueStream()
                    .map(line -> RunCli.decimal(line.get(column[0])))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(sum).as(column[0]).isEqualByComparingTo(RunCli.decimal(bill.get(column[1])));
        }
    }
}
