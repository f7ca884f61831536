package io.tenantlens.portal;

import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tenantlens.api.gauge.BusinessGauges;
import io.tenantlens.api.testing.PostgresTestResource;
import io.tenantlens.portal.testing.TestShops;
import jakarta.inject.Inject;
import java.net.URL;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class MetricsTest {

    @TestHTTPResource(value = "/metrics", management = true)
    URL metrics;

    @Inject
    BusinessGauges gauges;

    @Test
    void scrape_tellsAboutTheBusiness() {
        TestShops.open();

        gauges.refresh();

        when().get(metrics)
                .then()
                .statusCode(200)
                .body(containsString("tenant_info{tenant_id=\"cedar\",tier=\"enterprise\""))
                .body(containsString("tenantlens_gauges_read_timestamp_seconds{source=\"TenantGauges\""));
    }
}
