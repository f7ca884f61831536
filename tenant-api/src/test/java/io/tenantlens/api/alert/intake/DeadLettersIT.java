package io.tenantlens.api.alert.intake;

import static io.tenantlens.api.alert.intake.Messages.captured;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenantlens.api.access.Area;
import io.tenantlens.api.access.StaffDatabase;
import io.tenantlens.api.access.StaffScope;
import io.tenantlens.api.access.TestScopes;
import io.tenantlens.api.audit.AuditTrail;
import io.tenantlens.api.database.WorkerDatabase;
import io.tenantlens.api.testing.TestConfigs;
import io.tenantlens.api.testing.TestPostgres;
import io.tenantlens.api.testing.TestTenants;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeadLettersIT {

    private static final TestPostgres POSTGRES = TestPostgres.shared();
    private static final StaffScope STAFF = TestScopes.staff(Area.OBJECTIVES);
    private static final Instant NOW = Instant.parse("2026-11-23T19:41:00Z");

    private final WorkerDatabase workers = new WorkerDatabase(POSTGRES.as("tenantlens_worker"));
    private final HeardNews news = new HeardNews();
    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final AlertIntake intake = new AlertIntake(workers, TestConfigs.defaults(AlertsConfig.class), news, clock);
    private final DeadLetters letters = new DeadLetters(
            new StaffDatabase(POSTGRES.as("tenantlens_staff")), workers, intake, new AuditTrail(), clock);

    @BeforeAll
    static void signUp() {
        TestTenants.signUp("t1", "Asia/Dhaka");
    }

    @BeforeEach
    void empty() {
        POSTGRES.asSuperuser()
                .useHandle(handle -> handle.createScript("DELETE FROM alerts; DELETE FROM alert_dead_letters")
                        .execute());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{\"version\":\"4\",\"alerts\":[",
                "{\"version\":\"3\",\"alerts\":[]}",
                "{\"version\":\"4\",\"alerts\":{}}",
                "{\"version\":\"4\",\"alerts\":[17]}",
                "{\"version\":\"4\",\"alerts\":[{}]}"
            })
    void messageThatIsNone_isKeptWithTheReason(String message) {
        assertThat(take(message)).isEqualTo(new Intake(0, 1));

        assertThat(letters.open(STAFF))
                .singleElement()
                .satisfies(letter -> assertThat(letter.reason()).isNotBlank());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"alertname\": \"TenantExceedsAPILimit\",|\"alertname\": \"\",",
                "\"severity\": \"critical\",|\"severity\": 5,",
                "\"summary\": \"t1 is|\"summary\": \"\\u0000t1 is",
                "2026-11-23T19:40:09.433262694Z|yesterday",
                "2026-11-23T19:40:09.433262694Z|+999999-11-23T19:40:09Z",
                "2026-11-23T19:40:09.433262694Z|0001-01-01T00:00:00Z",
                "\"d34b9e1115758f3d\"|\"\"",
                "\"status\": \"firing\"|\"status\": \"\\ud800\""
            })
    void alertThatCannotBe_isKept(String change) {
        var words = change.split("\\|", -1);

        assertThat(take(captured("firing").replace(words[0], words[1]))).isEqualTo(new Intake(0, 1));

        assertThat(letters.open(STAFF)).hasSize(1);
        assertThat(news.heard()).isEmpty();
    }

    @Test
    void sameContentAgain_isOneLetter() {
        take("{}");
        take("{}");

        assertThat(letters.open(STAFF))
                .singleElement()
                .satisfies(letter -> assertThat(letter.times()).isEqualTo(2));
    }

    @Test
    void replayOfWhatCanBeReadNow_takesItInAndSettlesIt() {
        var letter = keep(captured("firing"));

        assertThat(letters.replay(STAFF, letter)).contains(new Intake(1, 0));
        assertThat(letters.replay(STAFF, letter)).isEmpty();

        assertThat(letters.open(STAFF)).isEmpty();
        assertThat(news.heard()).containsExactly("t1 TenantExceedsAPILimit on");
        assertThat(lastAction()).isEqualTo("alert.letter-replayed");
    }

    @Test
    void replayOfWhatIsStillUnreadable_leavesItOpen() {
        var letter = keep("{}");

        assertThat(letters.replay(STAFF, letter)).contains(new Intake(0, 1));

        assertThat(letters.open(STAFF)).hasSize(1);
    }

    @Test
    void discardedLetter_isGoneUntilItComesAgain() {
        var letter = keep("{}");

        assertThat(letters.discard(STAFF, letter)).isTrue();
        assertThat(letters.discard(STAFF, letter)).isFalse();
        assertThat(letters.open(STAFF)).isEmpty();

        take("{}");
        assertThat(letters.open(STAFF)).hasSize(1);
    }

    private Intake take(String message) {
        return intake.take(message.getBytes(StandardCharsets.UTF_8));
    }

    private UUID keep(String payload) {
        workers.useTransaction(handle -> DeadLetters.keep(handle, payload, "was not understood", NOW));
        return letters.open(STAFF).getFirst().id();
    }

    private static String lastAction() {
        return POSTGRES.asSuperuser()
                .withHandle(handle -> handle.select("SELECT action FROM audit_records ORDER BY position DESC LIMIT 1")
                        .mapTo(String.class)
                        .one());
    }
}
