package io.tenantlens.api.ingest.remotewrite;

import static io.tenantlens.api.ingest.remotewrite.Requests.V1;
import static io.tenantlens.api.ingest.remotewrite.Requests.V2;
import static io.tenantlens.api.ingest.remotewrite.Requests.sample;
import static io.tenantlens.api.ingest.remotewrite.Requests.series;
import static io.tenantlens.api.ingest.remotewrite.Requests.v1;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenantlens.api.ingest.TestIngest;
import io.tenantlens.api.ingest.admission.IngestCaller;
import io.tenantlens.api.testing.TestTenants;
import io.tenantlens.cost.tenant.TenantId;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the Prometheus project's compliance tests ask of a receiver of remote write 2.0. */
class ConformanceIT {

    private static final TenantId ACORN = TestTenants.signUp("conformance-acorn", "Asia/Dhaka");
    private static final Map<String, String> JOB = Map.of("__name__", "up", "job", "testjob", "instance", "localhost");

    private final long now = Instant.now().toEpochMilli();
    private final TestIngest ingest = new TestIngest();
    private final RemoteWrite remoteWrite =
            new RemoteWrite(ingest.intake(), ingest.metrics, ingest.config, Runnable::run);
    private final Requests.Version2 request = new Requests.Version2();

    @AfterEach
    void stop() {
        ingest.log.stop();
    }

    private WriteAnswer write(String contentType, String encoding, byte[] body) {
        return remoteWrite
                .write(new IngestCaller.OneTenant(ACORN), contentType, encoding, body)
                .toCompletableFuture()
                .join();
    }

    private WriteAnswer write() {
        return write(V2, "snappy", request.body());
    }

    private static WriteAnswer written(int samples, int histograms, int exemplars) {
        return new WriteAnswer(204, samples, histograms, exemplars, "", null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "image/png", "application/x-protobuf;proto=other.Request"})
    void r1_unsupportedContentType(String contentType) {
        request.add(JOB).message(2, sample(1, now));

        assertThat(write(contentType, "snappy", request.body()).status()).isEqualTo(415);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "deflate"})
    void r2_unsupportedEncoding(String encoding) {
        request.add(JOB).message(2, sample(1, now));

        assertThat(write(V2, encoding, request.body()).status()).isEqualTo(415);
    }

    @ParameterizedTest
    @ValueSource(strings = {V1, V2})
    void r3_r12_corruptBody(String version) {
        var body = request.body();
        request.add(JOB).message(2, sample(1, now));
        var cut = Proto.snappy(Arrays.copyOf(v1Unpacked(), 9));

        assertThat(write(version, "snappy", new byte[] {(byte) 0xff, (byte) 0xff, 3, 4})
                        .status())
                .isEqualTo(400);
        assertThat(write(version, "snappy", Arrays.copyOf(body, body.length - 1))
                        .status())
                .isEqualTo(400);
        assertThat(write(version, "snappy", new byte[0]).status()).isEqualTo(400);
        assertThat(write(version, "snappy", cut).status()).isEqualTo(400);
        assertThat(ingest.rejected("malformed")).isEqualTo(4);
    }

    private byte[] v1Unpacked() {
        return new Proto()
                .message(1, series(JOB, sample(1, now)))
                .message(5, series(JOB))
                .toBytes();
    }

    @Test
    void r3_bodyThatDeclaresMoreThanItMay_isNotUnpacked() {
        byte[] bomb =
                ByteBuffer.allocate(47).put(new byte[] {-1, -1, -1, -1, 9}).array();

        assertThat(write(V1, "snappy", bomb).status()).isEqualTo(413);
        assertThat(write(V1, "snappy", new byte[(10 << 20) + 1]).status()).isEqualTo(413);
        assertThat(ingest.rejected("body_too_large")).isEqualTo(2);
    }

    static Stream<Double> r4_anyNumber() {
        return Stream.of(
                1.0,
                Double.NaN,
                Double.longBitsToDouble(0x7ff0000000000002L),
                Double.POSITIVE_INFINITY,
                Double.NEGATIVE_INFINITY);
    }

    @ParameterizedTest
    @MethodSource
    void r4_anyNumber(double value) {
        request.add(JOB).message(2, sample(value, now));

        assertThat(write()).isEqualTo(written(1, 0, 0));
    }

    @Test
    void r5_anyUtf8InNames() {
        request.add(Map.of("__name__", "up", "job", "test\njob\n")).message(2, sample(1, now));
        request.add(Map.of("__name__", "resource.cpu.usage", "job.name", "testjob"))
                .message(2, sample(1, now));
        request.add(Map.of("__name__", "resource cpu usage", "job name", "🚀")).message(2, sample(1, now));

        assertThat(write()).isEqualTo(written(3, 0, 0));
    }

    @Test
    void r6_seriesWithoutName() {
        request.add(Map.of("job", "testjob")).message(2, sample(1, now));
        request.add(Map.of("__name__", "", "job", "testjob")).message(2, sample(1, now));
        request.add(Map.of()).message(2, sample(1, now));

        var answer = write();

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.samples()).isZero();
        assertThat(answer.message()).startsWith("3 refused; invalid_labels: no metric name");
        assertThat(ingest.rejected("invalid_labels")).isEqualTo(3);
    }

    @Test
    void r7_partOfARequest() {
        request.add(Map.of("job", "testjob")).message(2, sample(1, now));
        for (var instance : new String[] {"a", "b", "c"}) {
            request.add(Map.of("__name__", "up", "instance", instance)).message(2, sample(1, now));
        }

        var answer = write();

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.samples()).isEqualTo(3);
    }

    @Test
    void r8_counterWithStart() {
        request.add(Map.of("__name__", "http_requests_total", "job", "api"))
                .message(2, sample(100, now).int64(3, now - 3_600_000))
                .message(5, new Proto().int64(1, 1));

        assertThat(write()).isEqualTo(written(1, 0, 0));
        assertThat(ingest.logged(ACORN)).anyMatch(line -> line.endsWith(now + " 100.0 " + (now - 3_600_000)));
    }

    @Test
    void r9_nativeHistograms() {
        request.add(Map.of("__name__", "test_histogram")).message(3, basic(27));
        request.add(Map.of("__name__", "custom_histogram"))
                .message(
                        3,
                        new Proto()
                                .int64(1, 6)
                                .float64(3, 4.5)
                                .sint32(4, -53)
                                .message(11, new Proto().sint32(1, 0).int64(2, 3))
                                .packedSint64(12, 1, 1, 1)
                                .int64(15, now)
                                .packedFloat64(16, 0.5, 2));
        request.add(Map.of("__name__", "minimal_hist"))
                .message(
                        3,
                        new Proto()
                                .int64(1, 5)
                                .float64(3, 1)
                                .float64(5, 0.001)
                                .int64(6, 5)
                                .int64(15, now));
        request.add(Map.of("__name__", "float_hist"))
                .message(
                        3,
                        new Proto()
                                .float64(2, 1.75)
                                .float64(3, 2)
                                .message(11, new Proto().sint32(1, 1).int64(2, 1))
                                .packedFloat64(13, 1.75)
                                .int64(15, now)
                                .int64(17, now - 60_000));

        assertThat(write()).isEqualTo(written(0, 4, 0));
        var logged = ingest.logged(ACORN);
        assertThat(logged).anyMatch(line -> line.contains("classic [0.5, 2.0, Infinity] [1.0, 2.0, 3.0] sum 4.5"));
        assertThat(logged)
                .anyMatch(line -> line.contains("positive [1] [1.75]") && line.endsWith(" " + (now - 60_000)));
        assertThat(logged).anyMatch(line -> line.contains("positive [0, 1, 3] [5.0, 8.0, 10.0]"));
    }

    /** Of 27 observations, 23 in positive buckets, 3 in negative ones and 1 in the zero bucket. */
    private Proto basic(int count) {
        return new Proto()
                .int64(1, count)
                .float64(3, 12.5)
                .sint32(4, 3)
                .float64(5, 1e-128)
                .int64(6, 1)
                .message(8, new Proto().sint32(1, 0).int64(2, 2))
                .packedSint64(9, 1, 1)
                .message(11, new Proto().sint32(1, 0).int64(2, 2))
                .message(11, new Proto().sint32(1, 1).int64(2, 1))
                .packedSint64(12, 5, 3, 2)
                .int64(15, now);
    }

    @Test
    void r9_histogramWithBadCount() {
        request.add(Map.of("__name__", "bad_histogram")).message(3, basic(99));

        var answer = write();

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.histograms()).isZero();
        assertThat(answer.message()).contains("invalid_sample");
    }

    @ParameterizedTest
    @CsvSource({
        "trace_id, abc123def456",
        "span_id, span123",
        "user_id, user123",
        "endpoint, /login",
        "trace_id, trace-with-dashes_and_underscores.123",
        "trace_id, unicode_trace_测试",
        "'', ''"
    })
    void r10_exemplars(String label, String value) {
        var labels = label.isEmpty() ? Map.<String, String>of() : Map.of(label, value);
        var references = request.references(labels);
        request.add(JOB)
                .message(2, sample(1, now))
                .message(
                        4, new Proto().packedUint32(1, references).float64(2, 1).int64(3, now));

        assertThat(write()).isEqualTo(written(1, 0, 1));
    }

    @Test
    void r10_exemplarOfASeriesWithoutName() {
        request.add(Map.of("job", "test")).message(2, sample(1, now)).message(4, new Proto().float64(2, 1));

        assertThat(write().status()).isEqualTo(400);
    }

    @Test
    void r11_metadataOrExemplarAlone() {
        request.add(Map.of("__name__", "orphan_metric")).message(5, new Proto().int64(1, 1));
        assertThat(write()).isEqualTo(written(0, 0, 0));

        request.add(Map.of("__name__", "orphan_metric"))
                .message(4, new Proto().float64(2, 42).int64(3, now));
        assertThat(write()).isEqualTo(written(0, 0, 1));
    }

    @Test
    void r12_version1() {
        var body = v1(series(JOB, sample(1, now)), series(Map.of("__name__", "http_requests_total"), sample(100, now)));

        assertThat(write(V1, "snappy", body)).isEqualTo(written(2, 0, 0));
        assertThat(write("", "", body).status()).isEqualTo(204);
    }

    @Test
    void r13_startOfEarlySenders_isIgnored() {
        request.add(JOB).message(2, sample(1, now)).int64(6, now - 60_000);

        assertThat(write()).isEqualTo(written(1, 0, 0));
        assertThat(ingest.logged(ACORN)).anyMatch(line -> line.endsWith(now + " 1.0 0"));
    }

    @Test
    void metadata_tellsTheKind() {
        request.add(Map.of("__name__", "temperature_total"))
                .message(2, sample(20, now))
                .message(5, new Proto().int64(1, 2));
        request.add(Map.of("__name__", "things_done"))
                .message(2, sample(20, now))
                .message(5, new Proto().int64(1, 1));

        write();

        assertThat(ingest.logged(ACORN))
                .anyMatch(line -> line.startsWith("temperature_total gauge"))
                .anyMatch(line -> line.startsWith("things_done counter"));
    }

    @Test
    void referenceBeyondTheSymbols_isMalformed() {
        request.add(Map.of()).packedUint32(1, 98, 99).message(2, sample(1, now));

        assertThat(write().status()).isEqualTo(400);
    }
}
