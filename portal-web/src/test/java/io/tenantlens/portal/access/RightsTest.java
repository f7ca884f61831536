package io.tenantlens.portal.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.tenantlens.api.testing.PostgresTestResource;
import io.tenantlens.portal.testing.FormToken;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Who may call what, endpoint by endpoint and role by role. The tables are written from the product's contract, not from the
 * code: a new endpoint needs a row here.
 */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class RightsTest {

    private static final List<String> ROLES = List.of(
            "tenant-viewer",
            "tenant-billing",
            "tenant-admin",
            "staff-support",
            "staff-sre",
            "staff-finance",
            "staff-admin",
            "staff-auditor");

    /** + may, - may not. Tenants' roles are tried in their own tenant; a stranger to it gets 404 where a + stands. */
    private static final List<String> OF_ONE_TENANT = List.of(
            //                                                  viewer billing admin   support sre finance admin auditor
            "GET    /api/v1/tenants/{tenant}                      + + +   + + + + +",
            "GET    /api/v1/tenants/{tenant}/api-tokens           - - +   - - - + +",
            "POST   /api/v1/tenants/{tenant}/api-tokens           - - +   - - - + -",
            "DELETE /api/v1/tenants/{tenant}/api-tokens/{token}   - - +   - - - + -",
            "GET    /api/v1/tenants/{tenant}/bill/preview         - + +   + - + + +",
            "GET    /api/v1/tenants/{tenant}/cost                 - - -   - - + + +",
            "GET    /api/v1/tenants/{tenant}/invoices             - + +   + - + + +",
            "GET    /api/v1/tenants/{tenant}/invoices/{invoiceId} - + +   + - + + +",
            "GET    /api/v1/tenants/{tenant}/invoices/{invoiceId}/lines/{line}/explain - + +   + - + + +",
            "GET    /api/v1/tenants/{tenant}/invoices/{invoiceId}.pdf - + + + - + + +",
            "GET    /api/v1/tenants/{tenant}/exports/focus        - + +   + - + + +",
            "GET    /api/v1/tenants/{tenant}/usage                + + +   + + + + +",
            "GET    /api/v1/tenants/{tenant}/sla                  + + +   + + + + +",
            "GET    /t/{tenant}                                   + + +   + + + + +",
            "GET    /t/{tenant}/usage                             + + +   + + + + +",
            "GET    /t/{tenant}/usage.csv                         + + +   + + + + +",
            "GET    /t/{tenant}/live                              + + +   + + + + +",
            "GET    /t/{tenant}/sla                               + + +   + + + + +",
            "GET    /t/{tenant}/sla.pdf                           + + +   + + + + +",
            "GET    /t/{tenant}/alerts                            + + +   + + + + +",
            "GET    /t/{tenant}/bills                             - + +   + - + + +",
            "GET    /t/{tenant}/bills/{invoiceId}                 - + +   + - + + +",
            "GET    /t/{tenant}/bills/{invoiceId}.pdf             - + +   + - + + +",
            "GET    /t/{tenant}/exports/invoices.csv              - + +   + - + + +",
            "GET    /t/{tenant}/exports/invoices/{invoiceId}.csv  - + +   + - + + +",
            "GET    /t/{tenant}/budget                            - + +   + - + + +",
            "GET    /t/{tenant}/reports                           - - +   - - - + +",
            "POST   /t/{tenant}/reports                           - - +   - - - + -",
            "POST   /t/{tenant}/reports/{subscription}/send       - - +   - - - + -",
            "POST   /t/{tenant}/reports/{subscription}/end        - - +   - - - + -",
            "GET    /t/{tenant}/settings                          - - +   - - - + +",
            "POST   /t/{tenant}/settings/tokens                   - - +   - - - + -",
            "POST   /t/{tenant}/settings/tokens/{token}/revoke    - - +   - - - + -");

    private static final List<String> OF_ALL = List.of(
            "GET    /api/v1/tenants                               + + +   + + + + +",
            "POST   /api/v1/tenants                               - - -   - - - + -",
            "GET    /api/v1/invoice-runs                          - - -   - - + + +",
            "POST   /api/v1/invoice-runs                          - - -   - - + + -",
            "GET    /api/v1/invoice-runs/{run}                    - - -   - - + + +",
            "POST   /api/v1/invoice-runs/{run}/approve            - - -   - - + + -",
            "POST   /api/v1/invoice-runs/{run}/issue              - - -   - - + + -",
            "POST   /api/v1/cost-imports                          - - -   - - + + -",
            "PUT    /api/v1/cost-imports/mappings/{source}        - - -   - - + + -",
            "GET    /api/v1/alerts                                + + +   + + + + +",
            "GET    /staff                                        - - -   + + - + +",
            "GET    /staff/alerts                                 - - -   + + + + +",
            "GET    /staff/alerts/{alert}                         - - -   + + + + +",
            "POST   /staff/alerts/{alert}/silence                 - - -   - + - + -",
            "POST   /staff/alerts/silences/{silence}/expire       - - -   - + - + -",
            "POST   /staff/alerts/letters/{letter}/replay         - - -   - + - + -",
            "POST   /staff/alerts/letters/{letter}/discard        - - -   - + - + -",
            "GET    /staff/tenants                                - - -   + + + + +",
            "GET    /staff/tenants/{tenant}                       - - -   + + + + +",
            "GET    /staff/exports/invoices.csv                   - - -   - - + + +",
            "GET    /staff/data                                   - - -   + + - + +",
            "GET    /staff/features                               - - -   + + + + +",
            "GET    /staff/features.csv                           - - -   + + + + +",
            "GET    /staff/tenants/{tenant}/subscription          - - -   + + + + +",
            "POST   /staff/tenants/{tenant}/subscription          - - -   - - - + -",
            "GET    /staff/costs                                  - - -   - - + + +",
            "GET    /staff/costs.csv                              - - -   - - + + +",
            "GET    /staff/costs/tenants/{tenant}                 - - -   - - + + +",
            "POST   /staff/costs/tenants/{tenant}/budget          - - -   - - + + -",
            "GET    /staff/costs/settings                         - - -   - - + + +",
            "POST   /staff/costs/settings/unit-costs              - - -   - - + + -",
            "GET    /staff/margin                                 - - -   - - + + +",
            "GET    /staff/margin.csv                             - - -   - - + + +",
            "GET    /staff/churn                                  - - -   - - + + +",
            "GET    /staff/churn.csv                              - - -   - - + + +",
            "GET    /staff/revenue                                - - -   - - + + +",
            "GET    /staff/revenue.csv                            - - -   - - + + +",
            "GET    /staff/invoices                               - - -   - - + + +",
            "GET    /staff/invoices/documents/{tenant}/{invoiceId} - - -   - - + + +",
            "POST   /staff/invoices/documents/{tenant}/{invoiceId}/paid - - -   - - + + -",
            "POST   /staff/invoices/documents/{tenant}/{invoiceId}/void - - -   - - + + -",
            "GET    /staff/invoices/unbilled                      - - -   - - + + +",
            "POST   /staff/invoices/runs                          - - -   - - + + -",
            "GET    /staff/invoices/runs/{run}                    - - -   - - + + +",
            "POST   /staff/invoices/runs/{run}/approve            - - -   - - + + -",
            "POST   /staff/invoices/runs/{run}/issue              - - -   - - + + -",
            "GET    /staff/ratecards                              - - -   - - + + +",
            "GET    /staff/ratecards/what-if                      - - -   - - + + +",
            "GET    /staff/ratecards/what-if.csv                  - - -   - - + + +",
            "GET    /staff/ratecards/compare                      - - -   - - + + +",
            "GET    /staff/ratecards/{plan}/{currency}/{validFrom}        - - -   - - + + +",
            "POST   /staff/ratecards/{plan}/{currency}/{validFrom}/draft  - - -   - - + + -",
            "GET    /staff/ratecards/drafts/{draft}               - - -   - - + + +",
            "POST   /staff/ratecards/drafts/{draft}               - - -   - - + + -",
            "POST   /staff/ratecards/drafts/{draft}/publish       - - -   - - + + -",
            "POST   /staff/ratecards/drafts/{draft}/discard       - - -   - - + + -",
            "GET    /staff/traces                                 - - -   + + - + +",
            "GET    /staff/logs                                   - - -   + + - + +",
            "GET    /staff/outbox                                 - - -   + + - + +",
            "GET    /staff/sla                                    - - -   + + + + +",
            "GET    /staff/sla.pdf                                - - -   + + + + +",
            "GET    /staff/sla.csv                                - - -   + + + + +",
            "GET    /staff/sla/incidents                          - - -   + + + + +",
            "POST   /staff/sla/incidents/{tenant}/{incident}      - - -   - + - + -",
            "GET    /staff/sla/objectives                         - - -   - + - + +",
            "GET    /staff/sla/objectives.yaml                    - - -   - + - + +",
            "POST   /staff/sla/objectives                         - - -   - + - + -",
            "POST   /staff/sla/objectives/import                  - - -   - + - + -",
            "GET    /staff/sla/maintenance                        - - -   - + - + +",
            "POST   /staff/sla/maintenance                        - - -   - + - + -",
            "POST   /staff/sla/maintenance/{window}/cancel        - - -   - + - + -",
            "GET    /staff/sla/credits                            - - -   - - + + +",
            "GET    /staff/sla/credits/{tenant}/{month}           - - -   - - + + +",
            "POST   /staff/sla/credits/{tenant}/{month}/approve   - - -   - - + + -",
            "POST   /staff/sla/credits/{tenant}/{month}/decline   - - -   - - + + -",
            "POST   /staff/outbox/{message}/again                 - - -   - + - + -",
            "GET    /staff/audit                                  - - -   - - - + +",
            "GET    /staff/audit.csv                              - - -   - - - + +");

    /** For whoever is signed in, for senders of samples and alerts, or for everybody; tested where they are at home. */
    private static final Set<String> OTHERS = Set.of(
            "GET /",
            "GET /signed-in",
            "GET /logout",
            "GET /unsubscribe/{token}",
            "POST /api/v1/write",
            "POST /api/v1/events",
            "POST /v1/metrics",
            "POST /internal/tenant-alerts");

    @Inject
    @DataSource("staff")
    AgroalDataSource staff;

    @BeforeEach
    void signUp() throws SQLException {
        try (var connection = staff.getConnection();
                var statement = connection.createStatement()) {
            for (var tenant : List.of("acorn", "birch")) {
                statement.execute("INSERT INTO tenants (tenant_id, name, tier, hosting, plan, signed_up_on) VALUES ('"
                        + tenant + "', 'A shop', 'starter', 'shared', 'starter', '2026-01-01') ON CONFLICT DO NOTHING");
            }
        }
    }

    @Test
    void everyEndpoint_hasARow() {
        var known = new TreeSet<>(OTHERS);
        rows().forEach(row -> known.add(row.name()));

        assertThat(Endpoints.all()).isSubsetOf(known);
    }

    @Test
    void everyCell_isAsInTheContract() {
        var softly = new SoftAssertions();
        for (var row : existing(rows())) {
            for (int column = 0; column < ROLES.size(); column++) {
                var role = ROLES.get(column);
                int status = call(row, as(role, "acorn")).statusCode();
                if (row.allows(column)) {
                    softly.assertThat(status)
                            .as("%s as %s", row.name(), role)
                            .isNotIn(401, 403)
                            .isLessThan(500);
                } else {
                    softly.assertThat(status).as("%s as %s", row.name(), role).isEqualTo(403);
                }
            }
        }
        softly.assertAll();
    }

    @Test
    void tenantOfOthers_answersAsOneThatDoesNotExist() {
        var softly = new SoftAssertions();
        for (var row : existing(rows(OF_ONE_TENANT))) {
            for (int column = 0; column < 3; column++) {
                if (row.allows(column)) {
                    var others = call(row, as(ROLES.get(column), "birch"));
                    var missing = call(row, as(ROLES.get(column), "birch"), "no-such-tenant");
                    softly.assertThat(others.statusCode()).as("%s", row.name()).isEqualTo(404);
                    softly.assertThat(missing.statusCode()).as("%s", row.name()).isEqualTo(404);
                    softly.assertThat(others.asString().replace("acorn", "no-such-tenant"))
                            .as("%s", row.name())
                            .isEqualTo(missing.asString());
                }
            }
        }
        softly.assertAll();
    }

    @Test
    void platformItself_isNeverEntered() {
        assertThat(call(row("GET /api/v1/tenants/{tenant}"), as("staff-admin", ""), "_platform")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void personWithoutRole_getsNothing() {
        var softly = new SoftAssertions();
        for (var row : existing(rows())) {
            softly.assertThat(call(row, as("", "acorn")).statusCode())
                    .as("%s", row.name())
                    .isEqualTo(403);
            softly.assertThat(call(row, as("offline_access", "acorn")).statusCode())
                    .as("%s", row.name())
                    .isEqualTo(403);
        }
        softly.assertAll();
    }

    @Test
    void stranger_mustSignInFirst() {
        var softly = new SoftAssertions();
        for (var row : existing(rows())) {
            softly.assertThat(call(row, given()).statusCode())
                    .as("%s", row.name())
                    .isEqualTo(401);
        }
        softly.assertAll();
    }

    @Test
    void refusalOfTheApi_isAProblem() {
        var refused = call(row("GET /api/v1/tenants/{tenant}/api-tokens"), as("tenant-viewer", "acorn"));

        assertThat(refused.contentType()).startsWith("application/problem+json");
        assertThat(refused.jsonPath().getInt("status")).isEqualTo(403);
        assertThat(refused.jsonPath().getString("type")).isNotBlank();
        assertThat(refused.jsonPath().getString("detail")).isNotBlank();
    }

    private record Row(String name, List<String> cells) {

        boolean allows(int column) {
            return cells.get(column).equals("+");
        }
    }

    private static List<Row> rows(List<String> table) {
        return table.stream()
                .map(line -> Arrays.asList(line.split(" +")))
                .map(words -> new Row(words.get(0) + " " + words.get(1), words.subList(2, words.size())))
                .toList();
    }

    private static List<Row> rows() {
        var all = new ArrayList<>(rows(OF_ONE_TENANT));
        all.addAll(rows(OF_ALL));
        return all;
    }

    private static Row row(String name) {
        return rows().stream()
                .filter(row -> row.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<Row> existing(List<Row> rows) {
        var endpoints = Endpoints.all();
        return rows.stream().filter(row -> endpoints.contains(row.name())).toList();
    }

    private static RequestSpecification as(String role, String tenant) {
        return given().header(TestCallers.HEADER, role + ";" + tenant);
    }

    private static boolean isOfProgram(String path) {
        return path.startsWith("/api/") || path.startsWith("/v1/") || path.startsWith("/internal/");
    }

    private static Response call(Row row, RequestSpecification request) {
        return call(row, request, "acorn");
    }

    private static Response call(Row row, RequestSpecification request, String tenant) {
        var method = row.name().split(" ", -1)[0];
        var path = row.name()
                .split(" ", -1)[1]
                .replace("{tenant}", tenant)
                .replace("{invoiceId}", "none")
                .replace("{incident}", "1")
                .replace("{window}", "1")
                .replace("{month}", "2026-10")
                .replace("{line}", "1")
                .replace("{plan}/{currency}/{validFrom}", "none/BDT/2025-01-01")
                .replace("{draft}", "00000000-0000-0000-0000-000000000000")
                .replaceAll("\\{(alert|silence|letter|message)}", "00000000-0000-0000-0000-000000000000")
                .replace("{run}", "00000000-0000-0000-0000-000000000000")
                .replace("{subscription}", "00000000-0000-0000-0000-000000000000")
                .replace("{token}", "00000000-0000-0000-0000-000000000000")
                .replace("{source}", "cloudco");
        if (method.equals("PUT")) {
            request.contentType("application/json").body("[]");
        } else if (method.equals("POST") && isOfProgram(path)) {
            request.contentType("application/json")
                    .body(path.endsWith("/api-tokens") ? "{\"name\":\"till\",\"scopes\":[\"read\"],\"days\":1}" : "{}");
        } else if (method.equals("POST")) {
            FormToken.of(as("tenant-admin", "acorn").get("/t/acorn"))
                    .on(request)
                    .formParam("sent", "nothing");
        }
        return request.redirects().follow(false).when().request(method, path);
    }
}
