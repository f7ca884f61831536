package io.tenantlens.portal.testing;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.tenantlens.api.testing.TestInvoices;
import io.tenantlens.api.testing.TestPostgres;

/** The month end of September 2026 for {@link TestShops}, as finance does it over the JSON API. */
public final class TestBills {

    private static final String RUNS = "/api/v1/invoice-runs";

    private TestBills() {}

    /** Forgets all invoices and lets nothing wait to be counted. */
    public static void startEmpty() {
        TestInvoices.forgetAll();
        TestPostgres.shared().asSuperuser().useHandle(handle -> handle.execute("DELETE FROM usage_log"));
    }

    public static void issueSeptember() {
        startEmpty();
        var run = post(RUNS, "{\"month\":\"2026-09\"}").jsonPath().getString("id");
        post(RUNS + "/" + run + "/approve", "{}");
        post(RUNS + "/" + run + "/issue", "{}");
    }

    private static Response post(String path, String body) {
        return RestAssured.given()
                .header(SignedIn.HEADER, "staff-finance;")
                .contentType("application/json")
                .body(body)
                .post(path)
                .then()
                .statusCode(200)
                .extract()
                .response();
    }
}
