package io.tenantlens.standalone.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantlens.api.histogram.NativeHistogram;
import io.tenantlens.api.histogram.SparseBuckets;
import io.tenantlens.api.histogram.ZeroBucket;
import io.tenantlens.api.input.JsonInput;
import io.tenantlens.sla.indicator.CumulativeBuckets;
import io.tenantlens.sla.indicator.CumulativeBuckets.Bucket;
import io.tenantlens.sla.indicator.NumberText;
import io.tenantlens.sla.indicator.Quantiles;
import java.util.Comparator;
import java.util.function.DoubleUnaryOperator;

/** Quantiles and shares of a classic or native histogram. */
final class QuantileCase {

    private QuantileCase() {}

    static JsonNode answer(JsonInput input) {
        input.only("kind", "buckets", "native", "q", "fractionBelow");
        var quantiles = quantiles(input);
        var answer = JsonNodeFactory.instance.objectNode();
        put(
                answer.putObject("quantiles"),
                input,
                "q",
                q -> quantiles.quantile(q).value());
        if (input.has("fractionBelow")) {
            put(answer.putObject("fractionBelow"), input, "fractionBelow", quantiles::fractionBelow);
        }
        return answer.put("observations", NumberText.of(quantiles.observations()));
    }

    private static void put(ObjectNode answers, JsonInput input, String name, DoubleUnaryOperator read) {
        for (var asked : input.list(name)) {
            double argument = Numbers.readDouble(asked);
            answers.put(asked.node().asText(), NumberText.of(read.applyAsDouble(argument)));
        }
    }

    private static Quantiles quantiles(JsonInput input) {
        if (input.has("buckets") == input.has("native")) {
            throw input.invalid("needs either buckets or native");
        }
        return input.has("buckets")
                ? CumulativeBuckets.of(
                        input.list("buckets").stream().map(QuantileCase::bucket).toList())
                : nativeQuantiles(input.field("native"));
    }

    private static Bucket bucket(JsonInput bucket) {
        bucket.only("le", "count");
        var le = bucket.field("le");
        double bound = Numbers.readDouble(le);
        if (Double.isNaN(bound)) {
            throw le.invalid("must be a number or +Inf");
        }
        return new Bucket(bound, Numbers.readCount(bucket.field("count")));
    }

    private static Quantiles nativeQuantiles(JsonInput input) {
        input.only("schema", "zeroThreshold", "zeroCount", "positive", "negative", "count", "sum");
        var schema = input.field("schema");
        if (schema.integer() < NativeHistogram.COARSEST_SCHEMA || schema.integer() > NativeHistogram.FINEST_SCHEMA) {
            throw schema.invalid(
                    "must be from %d to %d".formatted(NativeHistogram.COARSEST_SCHEMA, NativeHistogram.FINEST_SCHEMA));
        }
        var positive = buckets(input, "positive");
        var negative = buckets(input, "negative");
        double zeroCount = input.optional("zeroCount", 0.0, Numbers::readCount);
        double zeroThreshold = input.optional("zeroThreshold", 0.0, Numbers::readCount);
        var zero = new ZeroBucket(zeroThreshold, zeroCount);
        double count = input.optional("count", zeroCount + positive.total() + negative.total(), Numbers::readCount);
        double sum = input.optional("sum", 0.0, Numbers::readDouble);
        return Quantiles.of(
                input.checked(() -> NativeHistogram.of(schema.integer(), zero, positive, negative, count, sum)));
    }

    private static SparseBuckets buckets(JsonInput input, String name) {
        var sorted = input.list(name).stream()
                .map(bucket -> bucket.only("index", "count"))
                .sorted(Comparator.comparingInt(bucket -> bucket.field("index").integer()))
                .toList();
        var indexes = sorted.stream()
                .mapToInt(bucket -> bucket.field("index").integer())
                .toArray();
        var counts = sorted.stream()
                .mapToDouble(bucket -> Numbers.readCount(bucket.field("count")))
                .toArray();
        return input.optional(name, SparseBuckets.NONE, list -> list.checked(() -> SparseBuckets.of(indexes, counts)));
    }
}
