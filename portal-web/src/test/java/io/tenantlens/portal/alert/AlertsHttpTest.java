package io.tenantlens.portal.alert;

import static io.restassured.RestAssured.given;
import static io.tenantlens.api.alert.intake.Messages.firing;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.tenantlens.api.alert.intake.Messages;
import io.tenantlens.api.directory.Tenants;
import io.tenantlens.api.testing.PostgresTestResource;
import io.tenantlens.api.testing.TestTenants;
import io.tenantlens.portal.testing.SignedIn;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class AlertsHttpTest {

    private static final String WEBHOOK = "/internal/tenant-alerts";
    private static final String ALERTS = "/api/v1/alerts?since=2026-11-01T00:00:00Z";

    @Inject
    Tenants tenants;

    @BeforeEach
    void tell() {
        var acorn = TestTenants.signUp("alarm-acorn", "Asia/Dhaka");
        var birch = TestTenants.signUp("alarm-birch", "Asia/Dhaka");
        await("the register, which is kept for five seconds")
                .until(() ->
                        tenants.find(acorn).isPresent() && tenants.find(birch).isPresent());
        post(Messages.of(
                        firing("TenantUsageSpike", "alarm-acorn", "tenant", "h1"),
                        firing("NegativeProfitMargin", "alarm-acorn", "internal", "h2"),
                        firing("TenantUsageSpike", "alarm-nobody", "tenant", "h3")))
                .statusCode(200)
                .body("alerts", equalTo(3))
                .body("deadLetters", equalTo(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer", "Bearer wrong", "Basic dGVzdC1zZWNyZXQ=", "test-secret"})
    void webhookWithoutTheSecret_is401(String authorization) {
        var request = given().body(Messages.captured("firing"));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }

        request.post(WEBHOOK).then().statusCode(401).header("WWW-Authenticate", "Bearer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"firing", "resolved", "mixed"})
    void capturedMessages_areTakenIn(String kind) {
        post(Messages.captured(kind)).statusCode(200).body("deadLetters", equalTo(0));
    }

    @Test
    void poison_isAnsweredLikeAnyOther() {
        post("{\"version\":\"4\",").statusCode(200).body("deadLetters", equalTo(1));
        post("").statusCode(200).body("deadLetters", equalTo(1));
    }

    @Test
    void tenant_getsItsOwn() {
        by(SignedIn.admin("alarm-acorn"), ALERTS)
                .statusCode(200)
                .body("alertname", containsInAnyOrder("TenantUsageSpike"))
                .body("[0].tenant", equalTo("alarm-acorn"))
                .body("[0].status", equalTo("firing"))
                .body("[0].startsAt", equalTo("2026-11-23T19:40:09.433Z"))
                .body("[0].endsAt", nullValue())
                .body("[0].generatorURL", nullValue());
    }

    @Test
    void otherTenant_getsNothingOfIt() {
        by(SignedIn.admin("alarm-birch"), ALERTS).statusCode(200).body("", empty());
        by(SignedIn.admin("alarm-birch"), ALERTS + "&tenant=alarm-acorn").statusCode(404);
        by(SignedIn.admin("alarm-birch"), ALERTS + "&tenant=no-such-shop").statusCode(404);
    }

    @Test
    void staff_getAllWithWhatNamesNoShop() {
        by(SignedIn.staff("staff-sre"), ALERTS)
                .statusCode(200)
                .body("alertname", hasItems("TenantUsageSpike", "NegativeProfitMargin"))
                .body("labels.tenant_id", hasItem("alarm-nobody"))
                .body("tenant", not(hasItem("alarm-nobody")));
        by(SignedIn.staff("staff-sre"), ALERTS + "&tenant=alarm-acorn&severity=warning&status=firing&limit=1")
                .statusCode(200)
                .body("tenant", everyItem(equalTo("alarm-acorn")))
                .body("size()", equalTo(1));
        by(SignedIn.staff("staff-sre"), ALERTS + "&tenant=alarm-acorn&status=resolved")
                .body("", empty());
    }

    @ParameterizedTest
    @CsvSource({"status=burning, /status", "since=yesterday, /since", "limit=0, /limit", "limit=x, /limit"})
    void parameterThatIsNone_isNamed(String parameter, String pointer) {
        by(SignedIn.admin("alarm-acorn"), "/api/v1/alerts?" + parameter)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.pointer", containsInAnyOrder(pointer));
    }

    private static ValidatableResponse post(String message) {
        return given().header("Authorization", "Bearer test-secret")
                .contentType("application/json")
                .body(message)
                .post(WEBHOOK)
                .then();
    }

    private static ValidatableResponse by(SignedIn person, String path) {
        RequestSpecification request = person.request().accept("application/json");
        return request.get(path).then();
    }
}
