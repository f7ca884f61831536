package io.tenantlens.portal.ingest;

import static io.restassured.RestAssured.given;
import static io.tenantlens.api.ingest.remotewrite.Requests.V1;
import static io.tenantlens.api.ingest.remotewrite.Requests.V2;
import static io.tenantlens.api.ingest.remotewrite.Requests.sample;
import static io.tenantlens.api.ingest.remotewrite.Requests.series;
import static io.tenantlens.api.ingest.remotewrite.Requests.v1;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import io.tenantlens.api.ingest.remotewrite.Requests;
import io.tenantlens.api.testing.PostgresTestResource;
import io.tenantlens.api.testing.TestTenants;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class IngestHttpTest {

    private static final String WRITE = "/api/v1/write";
    private static final String EVENTS = "/api/v1/events";
    private static final String SAMPLES_WRITTEN = "X-Prometheus-Remote-Write-Samples-Written";
    private static final String EVENT = "application/cloudevents+json";
    private static final String EVENT_BATCH = "application/cloudevents-batch+json";

    private final long now = Instant.now().toEpochMilli();

    @BeforeAll
    static void signUp() {
        TestTenants.signUp("http-acorn", "Asia/Dhaka");
        TestTenants.signUp("http-birch", "Asia/Dhaka");
    }

    private static RequestSpecification raw(String contentType, byte[] body) {
        return given().config(RestAssured.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                                .encodeContentTypeAs(contentType, ContentType.BINARY)))
                .contentType(contentType)
                .body(body);
    }

    private static RequestSpecification json(String contentType, String body) {
        return raw(contentType, body.getBytes(StandardCharsets.UTF_8));
    }

    private byte[] orders(String tenant) {
        return v1(series(Map.of("__name__", "orders_total", "tenant_id", tenant), sample(3, now)));
    }

    @Test
    @TestSecurity(user = "prometheus", roles = "ingest")
    void write_answersWithCountsAndNothingElse() {
        raw(V1, orders("http-acorn"))
                .header("Content-Encoding", "snappy")
                .post(WRITE)
                .then()
                .statusCode(204)
                .header(SAMPLES_WRITTEN, "1")
                .header("X-Prometheus-Remote-Write-Histograms-Written", "0")
                .header("X-Prometheus-Remote-Write-Exemplars-Written", "0")
                .body(emptyString());

        var request = new Requests.Version2();
        request.add(Map.of("__name__", "orders_total", "tenant_id", "http-acorn"))
                .message(2, sample(4, now + 1));
        raw(V2, request.body())
                .header("Content-Encoding", "snappy")
                .post(WRITE)
                .then()
                .statusCode(204)
                .header(SAMPLES_WRITTEN, "1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "image/png"})
    @TestSecurity(user = "prometheus", roles = "ingest")
    void write_ofAnotherType_is415(String contentType) {
        raw(contentType, orders("http-acorn"))
                .header("Content-Encoding", "snappy")
                .post(WRITE)
                .then()
                .statusCode(415)
                .header(SAMPLES_WRITTEN, "0")
                .contentType(startsWith("text/plain"))
                .body(containsString(contentType));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "deflate"})
    @TestSecurity(user = "prometheus", roles = "ingest")
    void write_packedOtherwise_is415(String encoding) {
        raw(V1, orders("http-acorn"))
                .header("Content-Encoding", encoding)
                .post(WRITE)
                .then()
                .statusCode(415);
    }

    @Test
    @TestSecurity(user = "prometheus", roles = "ingest")
    void write_corruptOrTooLarge_isRefused() {
        raw(V1, new byte[] {1, 2, 3})
                .header("Content-Encoding", "snappy")
                .post(WRITE)
                .then()
                .statusCode(400)
                .header(SAMPLES_WRITTEN, "0");
        raw(V1, new byte[(10 << 20) + 1])
                .header("Content-Encoding", "snappy")
                .post(WRITE)
                .then()
                .statusCode(413)
                .header(SAMPLES_WRITTEN, "0");
    }

    @Test
    @TestSecurity(user = "token", roles = "ingest-own", augmentors = OwnTenantToken.class)
    void write_forAnotherTenant_is403() {
        raw(V1, orders("http-birch"))
                .header("Content-Encoding", "snappy")
                .post(WRITE)
                .then()
                .statusCode(403)
                .header(SAMPLES_WRITTEN, "0")
                .body(containsString("http-acorn alone"));
        raw(V1, orders("http-acorn"))
                .header("Content-Encoding", "snappy")
                .post(WRITE)
                .then()
                .statusCode(204);
    }

    @ParameterizedTest
    @ValueSource(strings = {WRITE, EVENTS, "/v1/metrics"})
    void anonymous_is401(String path) {
        raw(V1, orders("http-acorn")).post(path).then().statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {WRITE, EVENTS, "/v1/metrics"})
    @TestSecurity(user = "amina", roles = "tenant-admin")
    void person_is403(String path) {
        raw(V1, orders("http-acorn")).post(path).then().statusCode(403);
    }

    @Test
    @TestSecurity(user = "collector", roles = "ingest")
    void metrics_asJson_areAnsweredByJson() {
        json("application/json", """
                {"resourceMetrics":[{"resource":{"attributes":[{"key":"tenant.id","value":{"stringValue":"http-acorn"}}]},
                 "scopeMetrics":[{"metrics":[{"name":"active.users","gauge":{
                 "dataPoints":[{"asInt":"42","timeUnixNano":"%d000000"}]}}]}]}]}""".formatted(now))
                .post("/v1/metrics")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body(equalTo("{}"));
        json("application/json", "{")
                .post("/v1/metrics")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("status", equalTo(400))
                .body("title", equalTo("Metrics not taken in"));
        json("text/plain", "{").post("/v1/metrics").then().statusCode(415).contentType("application/problem+json");
    }

    @Test
    @TestSecurity(user = "shop", roles = "ingest")
    void events_areAnsweredOneByOne() {
        var event = """
                {"specversion":"1.0","id":"%s","source":"/shop","type":"com.tenantlens.order.placed.v1",
                 "subject":"http-acorn","data":{"amount":12.5,"status":"paid"}}""".formatted(UUID.randomUUID());

        json(EVENT, event)
                .post(EVENTS)
                .then()
                .statusCode(200)
                .contentType(startsWith("application/json"))
                .body(equalTo("{\"accepted\":1,\"duplicates\":0,\"rejected\":[]}"));
        json(EVENT_BATCH, "[" + event + ",{\"specversion\":\"1.0\"}]")
                .post(EVENTS)
                .then()
                .statusCode(200)
                .body(equalTo("{\"accepted\":0,\"duplicates\":1,"
                        + "\"rejected\":[{\"index\":1,\"detail\":\"id is missing\"}]}"));
    }

    @Test
    @TestSecurity(user = "shop", roles = "ingest")
    void events_thatAreNone_areAProblem() {
        json(EVENT_BATCH, "[{]")
                .post(EVENTS)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("status", equalTo(400))
                .body("errors", hasSize(1))
                .body("errors[0].pointer", equalTo(""))
                .body("errors[0].detail", containsString("line 1, column 3"));
        json("application/json", "{}").post(EVENTS).then().statusCode(415).contentType("application/problem+json");
        json(EVENT_BATCH, "[" + "{},".repeat(1_000) + "{}]").post(EVENTS).then().statusCode(413);
        json(EVENT_BATCH, " ".repeat(1 << 20) + "[]").post(EVENTS).then().statusCode(413);
    }

    @Test
    @TestSecurity(user = "token", roles = "ingest-own", augmentors = OwnTenantToken.class)
    void events_ofAnotherTenant_areForbidden() {
        json(EVENT, """
                {"specversion":"1.0","id":"1","source":"/shop","type":"t","subject":"http-birch"}""").post(EVENTS).then().statusCode(403).contentType("application/problem+json");
    }
}
