package io.tenantlens.api.alertmanager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantlens.api.access.Area;
import io.tenantlens.api.access.StaffDatabase;
import io.tenantlens.api.access.TestScopes;
import io.tenantlens.api.alertmanager.Silence.Matcher;
import io.tenantlens.api.audit.AuditTrail;
import io.tenantlens.api.testing.TestPostgres;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SilencesIT {

    private static final TestPostgres POSTGRES = TestPostgres.shared();
    private static final UUID ID = UUID.fromString("5f0d4a3e-0000-4000-8000-000000000001");

    private final FakeAlertmanager alertmanager = new FakeAlertmanager();

    @AfterEach
    void stop() {
        alertmanager.close();
    }

    @Test
    void create_tellsAlertmanagerWhoAndWhyAndRemembersIt() {
        var id = silences()
                .create(
                        TestScopes.staff(Area.OBJECTIVES),
                        List.of(Matcher.equal("alertname", "TenantUsageSpike")),
                        Duration.ofHours(2),
                        "a campaign");

        assertThat(id).isEqualTo(ID.toString());
        assertThat(alertmanager.changes())
                .singleElement()
                .satisfies(
                        change -> assertThat(change)
                                .startsWith("POST /api/v2/silences ")
                                .contains(
                                        "\"comment\":\"a campaign\"",
                                        "\"startsAt\":\"2026-10-20T06:30:00Z\"",
                                        "\"endsAt\":\"2026-10-20T08:30:00Z\"",
                                        "{\"name\":\"alertname\",\"value\":\"TenantUsageSpike\",\"isRegex\":false,\"isEqual\":true}"));
        assertThat(lastAction()).isEqualTo("silence.created");
    }

    @Test
    void expire_tellsAlertmanagerAndRemembersIt() {
        silences().expire(TestScopes.staff(Area.OBJECTIVES), ID);

        assertThat(alertmanager.changes()).containsExactly("DELETE /api/v2/silence/" + ID);
        assertThat(lastAction()).isEqualTo("silence.expired");
    }

    @Test
    void alertmanagerDown_isSaidAndNothingIsRemembered() {
        silences().expire(TestScopes.staff(Area.OBJECTIVES), ID);
        alertmanager.close();

        assertThatThrownBy(
                        () -> silences().create(TestScopes.staff(Area.OBJECTIVES), List.of(), Duration.ofHours(1), "x"))
                .isInstanceOf(AlertmanagerUnavailableException.class)
                .hasMessageContaining("does not answer");
        assertThat(lastAction()).isEqualTo("silence.expired");
    }

    @Test
    void silences_leaveOutThoseThatEnded() {
        alertmanager.silences("""
            [{"id":"a","status":{"state":"active"},"matchers":[{"name":"job","value":"x","isRegex":true,"isEqual":false}],
              "createdBy":"rafiq","comment":"why","startsAt":"2026-10-20T06:00:00.000Z","endsAt":"2026-10-20T09:00:00.000Z"},
             {"id":"b","status":{"state":"expired"},"matchers":[],"createdBy":"","comment":"",
              "startsAt":"2026-10-20T06:00:00.000Z","endsAt":"2026-10-20T06:10:00.000Z"}]\
            """);

        assertThat(alertmanager.client().silences()).singleElement().satisfies(silence -> {
            assertThat(silence.author()).isEqualTo("rafiq");
            assertThat(silence.matchers()).extracting(Matcher::toString).containsExactly("job!~\"x\"");
        });
    }

    private Silences silences() {
        return new Silences(
                alertmanager.client(),
                new StaffDatabase(POSTGRES.as("tenantlens_staff")),
                new AuditTrail(),
                Clock.fixed(Instant.parse("2026-10-20T06:30:00Z"), ZoneOffset.UTC));
    }

    private static String lastAction() {
        return POSTGRES.asSuperuser()
                .withHandle(handle -> handle.select("SELECT action FROM audit_records ORDER BY position DESC LIMIT 1")
                        .mapTo(String.class)
                        .one());
    }
}
