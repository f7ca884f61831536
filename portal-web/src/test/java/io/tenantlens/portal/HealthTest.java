package io.tenantlens.portal;

import static io.restassured.RestAssured.when;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tenantlens.api.testing.PostgresTestResource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class HealthTest {

    @Test
    void ready_onceTheDatabaseAnswers() {
        when().get("/q/health/ready").then().statusCode(200);
    }
}
