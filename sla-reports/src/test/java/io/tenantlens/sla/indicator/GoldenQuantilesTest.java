package io.tenantlens.sla.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tenantlens.sla.indicator.CumulativeBuckets.Bucket;
import java.io.IOException;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every case of the golden numbers that Prometheus' own tests gave. */
class GoldenQuantilesTest {

    @ParameterizedTest
    @MethodSource("cases")
    void answer_isThatOfPrometheus(JsonNode golden) {
        var buckets = CumulativeBuckets.of(stream(golden.get("buckets"))
                .map(bucket -> new Bucket(number(bucket.get(0)), number(bucket.get(1))))
                .toList());
        var args = stream(golden.get("args"))
                .mapToDouble(GoldenQuantilesTest::number)
                .toArray();

        double answer = golden.get("fn").asText().equals("quantile")
                ? buckets.quantile(args[0]).value()
                : buckets.fraction(args[0], args[1]);

        double expected = number(golden.get("expected"));
        if (Double.isFinite(expected)) {
            assertThat(answer).isCloseTo(expected, within(Math.abs(expected) * 1e-9));
        } else {
            assertThat(answer).isEqualTo(Double.valueOf(expected));
        }
    }

    static Stream<JsonNode> cases() throws IOException {
        try (var file = GoldenQuantilesTest.class.getResourceAsStream("/golden-quantiles.json")) {
            return stream(new ObjectMapper().readTree(file).get("cases"));
        }
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static double number(JsonNode node) {
        return Double.parseDouble(node.asText().replace("Inf", "Infinity"));
    }
}
