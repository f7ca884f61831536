package io.tenantlens.api.ingest.otlp;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceResponse;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.metrics.v1.AggregationTemporality;
import io.opentelemetry.proto.metrics.v1.ExponentialHistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.HistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import io.tenantlens.api.ingest.TestIngest;
import io.tenantlens.api.ingest.admission.IngestCaller;
import io.tenantlens.api.testing.TestTenants;
import io.tenantlens.cost.tenant.TenantId;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** OTLP up to the usage log, on a real database. */
class OtlpMetricsIT {

    private static final TenantId ACORN = TestTenants.signUp("otlp-acorn", "Asia/Dhaka");
    private static final TenantId BIRCH = TestTenants.signUp("otlp-birch", "Asia/Dhaka");
    private static final IngestCaller PLATFORM = new IngestCaller.Platform();

    private final long now = Instant.now().toEpochMilli();
    private final long nanos = now * 1_000_000;
    private final long startNanos = nanos - 60_000_000_000L;
    private final TestIngest ingest = new TestIngest();
    private final OtlpMetrics metrics = new OtlpMetrics(ingest.intake(), ingest.metrics, ingest.config);

    @AfterEach
    void stop() {
        ingest.log.stop();
    }

    private Response export(OtlpFormat format, String encoding, byte[] body) {
        return metrics.export(PLATFORM, format, encoding, body)
                .toCompletableFuture()
                .join();
    }

    private ExportMetricsServiceResponse export(Metric... sent) throws IOException {
        var response = export(OtlpFormat.PROTOBUF, "identity", request(sent).toByteArray());
        assertThat(response.getStatus()).isEqualTo(200);
        return ExportMetricsServiceResponse.parseFrom((byte[]) response.getEntity());
    }

    private static ExportMetricsServiceRequest request(Metric... sent) {
        var request = ExportMetricsServiceRequest.newBuilder();
        var ofResource = request.addResourceMetricsBuilder();
        ofResource
                .getResourceBuilder()
                .addAttributes(attribute("service.name", "shop"))
                .addAttributes(attribute("service.instance.id", "shop-1"))
                .addAttributes(attribute("host.name", "not a label"))
                .addAttributes(attribute("tenant.id", ACORN.value()));
        ofResource.addScopeMetricsBuilder().addAllMetrics(List.of(sent));
        return request.build();
    }

    private static KeyValue attribute(String key, String value) {
        return KeyValue.newBuilder()
                .setKey(key)
                .setValue(AnyValue.newBuilder().setStringValue(value))
                .build();
    }

    private NumberDataPoint.Builder number(long value) {
        return NumberDataPoint.newBuilder()
                .setTimeUnixNano(nanos)
                .setStartTimeUnixNano(startNanos)
                .setAsInt(value);
    }

    private Metric sum(
            String name, boolean monotonic, AggregationTemporality temporality, NumberDataPoint.Builder point) {
        var metric = Metric.newBuilder().setName(name);
        metric.getSumBuilder()
                .setIsMonotonic(monotonic)
                .setAggregationTemporality(temporality)
                .addDataPoints(point);
        return metric.build();
    }

    @Test
    void sums_becomeCountersIncreasesAndGauges() throws IOException {
        var cumulative = AggregationTemporality.AGGREGATION_TEMPORALITY_CUMULATIVE;
        var delta = AggregationTemporality.AGGREGATION_TEMPORALITY_DELTA;

        var answer = export(
                sum("orders", true, cumulative, number(7).addAttributes(attribute("status", "paid"))),
                sum("emails.sent", true, delta, number(3)),
                sum("queue.size", false, cumulative, number(5)),
                sum("queue.change", false, delta, number(-5)));

        assertThat(answer.getPartialSuccess().getRejectedDataPoints()).isEqualTo(1);
        assertThat(answer.getPartialSuccess().getErrorMessage())
                .contains("queue.change")
                .contains("cumulative");
        var labels = "\"tenant_id\": \"otlp-acorn\"} ";
        assertThat(ingest.logged(ACORN))
                .contains(
                        "orders_total counter {\"job\": \"shop\", \"status\": \"paid\", \"instance\": \"shop-1\", "
                                + labels + now + " 7.0 " + (now - 60_000),
                        "emails_sent_total delta {\"job\": \"shop\", \"instance\": \"shop-1\", " + labels + now
                                + " 3.0 " + (now - 60_000),
                        "queue_size gauge {\"job\": \"shop\", \"instance\": \"shop-1\", " + labels + now + " 5.0 0");
    }

    @Test
    void tenantOfTheDataPoint_countsMoreThanTheResources() throws IOException {
        var gauge = Metric.newBuilder().setName("active_users");
        gauge.getGaugeBuilder().addDataPoints(number(12).addAttributes(attribute("tenant_id", BIRCH.value())));
        gauge.getGaugeBuilder().addDataPoints(number(13).addAttributes(attribute("tenant_id", "otlp-nobody")));

        var answer = export(gauge.build());

        assertThat(ingest.logged(BIRCH)).anyMatch(line -> line.startsWith("active_users gauge"));
        assertThat(answer.getPartialSuccess().getRejectedDataPoints()).isEqualTo(1);
        assertThat(ingest.rejected("unknown_tenant")).isEqualTo(1);
    }

    @Test
    void histograms_keepTheirBuckets() throws IOException {
        var explicit = Metric.newBuilder().setName("http.request.duration").setUnit("s");
        explicit.getHistogramBuilder()
                .setAggregationTemporality(AggregationTemporality.AGGREGATION_TEMPORALITY_CUMULATIVE)
                .addDataPoints(HistogramDataPoint.newBuilder()
                        .setTimeUnixNano(nanos)
                        .setCount(6)
                        .setSum(4.5)
                        .addAllExplicitBounds(List.of(0.5, 2.0))
                        .addAllBucketCounts(List.of(1L, 2L, 3L)));
        var exponential = Metric.newBuilder().setName("db.query.duration").setUnit("s");
        exponential
                .getExponentialHistogramBuilder()
                .setAggregationTemporality(AggregationTemporality.AGGREGATION_TEMPORALITY_DELTA)
                .addDataPoints(ExponentialHistogramDataPoint.newBuilder()
                        .setTimeUnixNano(nanos)
                        .setScale(3)
                        .setCount(7)
                        .setZeroCount(1)
                        .setSum(9)
                        .setPositive(ExponentialHistogramDataPoint.Buckets.newBuilder()
                                .setOffset(4)
                                .addAllBucketCounts(List.of(2L, 0L, 4L))));

        export(explicit.build(), exponential.build());

        assertThat(ingest.logged(ACORN))
                .anyMatch(line -> line.startsWith("http_request_duration_seconds histogram")
                        && line.contains("classic [0.5, 2.0, Infinity] [1.0, 2.0, 3.0] sum 4.5"))
                .anyMatch(line -> line.startsWith("db_query_duration_seconds delta_histogram")
                        && line.contains("native schema 3")
                        && line.contains("positive [5, 7] [2.0, 4.0]"));
    }

    @Test
    void histogramThatContradictsItself_isRefusedAlone() throws IOException {
        var metric = Metric.newBuilder().setName("http.request.duration").setUnit("s");
        metric.getHistogramBuilder()
                .addDataPoints(HistogramDataPoint.newBuilder()
                        .setTimeUnixNano(nanos)
                        .setCount(99)
                        .addExplicitBounds(1)
                        .addAllBucketCounts(List.of(1L, 2L)));

        var answer = export(metric.build());

        assertThat(answer.getPartialSuccess().getRejectedDataPoints()).isEqualTo(1);
        assertThat(ingest.rejected("invalid_sample")).isEqualTo(1);
    }

    @Test
    void json_isAnsweredByJson() {
        var body = """
                {"resourceMetrics":[{"resource":{"attributes":[{"key":"tenant.id","value":{"stringValue":"otlp-acorn"}}]},
                 "scopeMetrics":[{"metrics":[{"name":"sms.sent","sum":{"aggregationTemporality":2,"isMonotonic":true,
                 "dataPoints":[{"asInt":"42","timeUnixNano":"%d","exemplars":[{"traceId":"5b8efff798038103d269b633813fc60c"}],
                 "notInTheModel":1}]}}]}]}]}""".formatted(nanos);

        var response = export(OtlpFormat.JSON, "identity", body.getBytes(StandardCharsets.UTF_8));

        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(response.getHeaderString("Content-Type")).isEqualTo("application/json");
        assertThat(new String((byte[]) response.getEntity(), StandardCharsets.UTF_8))
                .isEqualTo("{}");
        assertThat(ingest.logged(ACORN))
                .contains("sms_sent_total counter {\"tenant_id\": \"otlp-acorn\"} " + now + " 42.0 0");
    }

    @Test
    void gzip_isUnpackedUpToTheLimit() throws IOException {
        var gauge = Metric.newBuilder().setName("active_users");
        gauge.getGaugeBuilder().addDataPoints(number(12));

        assertThat(export(
                                OtlpFormat.PROTOBUF,
                                "gzip",
                                gzip(request(gauge.build()).toByteArray()))
                        .getStatus())
                .isEqualTo(200);
        assertThat(export(OtlpFormat.PROTOBUF, "gzip", gzip(new byte[(20 << 20) + 1]))
                        .getStatus())
                .isEqualTo(413);
        assertThat(export(OtlpFormat.PROTOBUF, "gzip", new byte[] {1, 2, 3}).getStatus())
                .isEqualTo(400);
        assertThat(export(OtlpFormat.PROTOBUF, "zstd", new byte[] {1, 2, 3}).getStatus())
                .isEqualTo(415);
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        }
        return packed.toByteArray();
    }

    @Test
    void malformedBody_isAnsweredInItsOwnEncoding() {
        var protobuf = export(OtlpFormat.PROTOBUF, "identity", new byte[] {1, 2, 3});
        var json = export(OtlpFormat.JSON, "identity", "{\"resourceMetrics\":".getBytes(StandardCharsets.UTF_8));

        assertThat(protobuf.getStatus()).isEqualTo(400);
        assertThat(protobuf.getHeaderString("Content-Type")).isEqualTo("application/x-protobuf");
        assertThat(json.getStatus()).isEqualTo(400);
        assertThat(json.getHeaderString("Content-Type")).startsWith("application/problem+json");
        assertThat(ingest.rejected("malformed")).isEqualTo(2);
    }

    @Test
    void logThatTakesNothing_asksToComeAgain() {
        ingest.log.stop();
        var gauge = Metric.newBuilder().setName("active_users");
        gauge.getGaugeBuilder().addDataPoints(number(12));

        var response =
                export(OtlpFormat.PROTOBUF, "identity", request(gauge.build()).toByteArray());

        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getHeaderString("Retry-After")).isEqualTo("5");
    }
}
