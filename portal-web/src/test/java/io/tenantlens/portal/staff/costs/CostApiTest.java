package io.tenantlens.portal.staff.costs;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.tenantlens.api.testing.PostgresTestResource;
import io.tenantlens.api.testing.TestPostgres;
import io.tenantlens.portal.testing.October;
import io.tenantlens.portal.testing.SignedIn;
import io.tenantlens.portal.testing.TestShops;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
@TestProfile(October.class)
class CostApiTest {

    private static final SignedIn FARIDA = SignedIn.staff("staff-finance");
    private static final String COST = "/api/v1/tenants/acorn/cost";
    private static final String BILL = """
        ProviderName,BillingPeriodStart,BillingPeriodEnd,ChargePeriodStart,ChargePeriodEnd,BillingCurrency,BilledCost,EffectiveCost,ChargeCategory,Tags
        SmsCo,2023-03-01T00:00:00Z,2023-04-01T00:00:00Z,2023-03-01,2023-03-02,BDT,12.50,%s,Usage,"{""pool"": ""sms""}"
        """;

    @BeforeEach
    void allocate() {
        TestShops.open();
        TestPostgres.shared().as("tenantlens_worker").useHandle(handle -> {
            handle.execute("SELECT ensure_month_partitions('cost_days', '2026-10-01', '2026-10-31')");
            handle.execute("DELETE FROM cost_days WHERE tenant_id = 'acorn'");
            handle.execute("INSERT INTO cost_days (tenant_id, day, total, compute, sms)"
                    + " VALUES ('acorn', '2026-10-01', 3500000, 2500000, 1000000), ('acorn', '2026-10-02', 1, 1, 0)");
        });
    }

    @AfterEach
    void forgetTheBill() {
        TestPostgres.shared()
                .asSuperuser()
                .useHandle(handle -> handle.execute("DELETE FROM cost_bills WHERE source = 'smsco'"));
    }

    @Test
    void cost_isByTypeAndExact() {
        var answer = FARIDA.request().get(COST + "?from=2026-10-01&to=2026-10-03&interval=day");

        assertThat(answer.jsonPath().getString("total")).isEqualTo("3.500001");
        assertThat(answer.jsonPath().getString("points[0].byType.sms")).isEqualTo("1.000000");
        assertThat(answer.jsonPath().getString("points[0].start")).isEqualTo("2026-09-30T18:00:00Z");
    }

    @Test
    void cost_withBadRangeNamesTheField() {
        var answer = FARIDA.request().get(COST + "?from=yesterday");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.jsonPath().getString("errors[0].pointer")).isEqualTo("/from");
    }

    @Test
    void bill_isTakenOnce() {
        assertThat(take(BILL.formatted("10.25")).jsonPath().getString("bills[0].state"))
                .isEqualTo("added");
        assertThat(take(BILL.formatted("10.25")).jsonPath().getString("bills[0].state"))
                .isEqualTo("unchanged");
        assertThat(take(BILL.formatted("11.25")).jsonPath().getString("effectiveCost"))
                .isEqualTo("11.25");
    }

    @Test
    void badBill_isRefusedWithItsLine() {
        var answer = take(BILL.formatted("much"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.jsonPath().getString("errors[0].pointer")).isEqualTo("/2/EffectiveCost");
    }

    @Test
    void badMapping_namesTheRule() {
        var answer = FARIDA.request()
                .contentType("application/json")
                .body("[{\"column\": \"ServiceName\", \"value\": \"x\", \"pool\": \"Not A Pool\"}]")
                .put("/api/v1/cost-imports/mappings/smsco");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.jsonPath().getString("errors[0].pointer")).isEqualTo("/0/pool");
    }

    private static Response take(String bill) {
        return FARIDA.request().contentType("text/csv").body(bill).post("/api/v1/cost-imports");
    }
}
