package io.tenantlens.portal.staff.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.tenantlens.api.testing.PostgresTestResource;
import io.tenantlens.api.testing.TestPostgres;
import io.tenantlens.portal.testing.October;
import io.tenantlens.portal.testing.SignedIn;
import io.tenantlens.portal.testing.TestShops;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
@TestProfile(October.class)
class OutboxPagesTest {

    private static final SignedIn RAFIQ = SignedIn.staff("staff-sre");
    private static final String PARKED = "Outbox test: report of <October>";
    private static final String WAITING = "Outbox test: report of November";

    private String parked = "";

    @BeforeEach
    void fill() {
        TestShops.open();
        parked = put(PARKED, "parked", "now()", "550 no such mailbox");
        put(WAITING, "pending", "NULL", null);
    }

    @Test
    void givenUp_isShownFirstWithWhatTheOtherSideSaid() {
        var row = row(RAFIQ, "/staff/outbox", PARKED);

        assertThat(row).contains("acorn", "report-mail", "12", "550 no such mailbox");
        assertThat(titles("/staff/outbox?state=no-such-state")).contains(PARKED).doesNotContain(WAITING);
        assertThat(titles("/staff/outbox?state=pending")).contains(WAITING).doesNotContain(PARKED);
    }

    @Test
    void tryAgain_letsTheMessageWaitWithAllItsAttempts() {
        var answer = RAFIQ.submit("/staff/outbox", "/staff/outbox/" + parked + "/again", Map.of());

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(titles("/staff/outbox")).doesNotContain(PARKED);
        assertThat(row(RAFIQ, "/staff/outbox?state=pending", PARKED)).contains("0");
        assertThat(RAFIQ.submit("/staff/outbox", "/staff/outbox/" + parked + "/again", Map.of())
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void tryAgain_withoutTheFormsToken_changesNothing() {
        assertThat(RAFIQ.statusWithoutToken("/staff/outbox/" + parked + "/again", Map.of()))
                .isEqualTo(400);
        assertThat(titles("/staff/outbox")).contains(PARKED);
    }

    @Test
    void whoMayOnlyLook_getsNoButton() {
        var support = SignedIn.staff("staff-support").page("/staff/outbox");

        assertThat(support.select("tbody th").eachText()).contains(PARKED);
        assertThat(support.select("tbody button")).isEmpty();
    }

    @Test
    void tenants_areRefused() {
        assertThat(SignedIn.admin("acorn").status("/staff/outbox")).isEqualTo(403);
    }

    private static List<String> titles(String path) {
        return RAFIQ.page(path).select("tbody th").eachText();
    }

    private static List<String> row(SignedIn reader, String path, String title) {
        return reader.page(path).select("tbody tr").stream()
                .filter(row -> row.select("th").text().equals(title))
                .flatMap(row -> row.select("td").eachText().stream())
                .toList();
    }

    private static String put(String title, String state, String endedAt, @Nullable String error) {
        return TestPostgres.shared().as("tenantlens_worker").inTransaction(handle -> {
            handle.execute("UPDATE outbox SET state = 'sent', ended_at = now() WHERE title = ?", title);
            return handle.select(
                            "INSERT INTO outbox (tenant_id, kind, key, title, payload, state, attempts, ended_at, last_error)"
                                    + " VALUES ('acorn', 'report-mail', ?, ?, '{}', ?, 12, " + endedAt + ", ?)"
                                    + " RETURNING message_id::text",
                            "outbox-test-" + UUID.randomUUID(),
                            title,
                            state,
                            error)
                    .mapTo(String.class)
                    .one();
        });
    }
}
