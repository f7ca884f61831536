package io.tenantlens.api.alert.intake;

import static io.tenantlens.api.alert.intake.Messages.captured;
import static io.tenantlens.api.alert.intake.Messages.firing;
import static io.tenantlens.api.alert.intake.Messages.resolved;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenantlens.api.access.StaffDatabase;
import io.tenantlens.api.access.TenantDatabase;
import io.tenantlens.api.access.TestScopes;
import io.tenantlens.api.alert.AlertFilter;
import io.tenantlens.api.alert.Alerts;
import io.tenantlens.api.alert.StoredAlert;
import io.tenantlens.api.database.WorkerDatabase;
import io.tenantlens.api.testing.TestConfigs;
import io.tenantlens.api.testing.TestPostgres;
import io.tenantlens.api.testing.TestTenants;
import io.tenantlens.cost.tenant.TenantId;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AlertIntakeIT {

    private static final TestPostgres POSTGRES = TestPostgres.shared();
    private static final TenantId T1 = new TenantId("t1");
    private static final TenantId T2 = new TenantId("t2");

    private final HeardNews news = new HeardNews();
    private Instant now = Instant.parse("2026-11-23T19:41:00Z");

    @BeforeAll
    static void signUp() {
        TestTenants.signUp("t1", "Asia/Dhaka");
        TestTenants.signUp("t2", "Asia/Dhaka");
    }

    @BeforeEach
    void empty() {
        POSTGRES.asSuperuser().useHandle(handle -> handle.execute("DELETE FROM alerts"));
    }

    @Test
    void firing_isOnForItsTenantWithoutAnEnd() {
        assertThat(take(captured("firing"))).isEqualTo(new Intake(1, 0));

        assertThat(seenBy(T1)).singleElement().satisfies(alert -> {
            assertThat(alert.name()).isEqualTo("TenantExceedsAPILimit");
            assertThat(alert.severity()).isEqualTo("critical");
            assertThat(alert.summary()).isEqualTo("t1 is above its hourly API limit");
            assertThat(alert.startsAt()).isEqualTo("2026-11-23T19:40:09.433Z");
            assertThat(alert.endedAt()).isNull();
        });
    }

    @Test
    void firingAgain_changesNothing() {
        take(captured("firing"));
        now = now.plus(Duration.ofHours(1));
        take(captured("firing"));

        assertThat(seenBy(T1)).hasSize(1);
        assertThat(news.heard()).containsExactly("t1 TenantExceedsAPILimit on");
    }

    @Test
    void resolved_endsIt() {
        take(captured("firing"));
        take(captured("resolved"));
        take(captured("resolved"));

        assertThat(seenBy(T1))
                .singleElement()
                .extracting(StoredAlert::endedAt)
                .isEqualTo(Instant.parse("2026-11-23T19:40:13Z"));
        assertThat(news.heard()).containsExactly("t1 TenantExceedsAPILimit on", "t1 TenantExceedsAPILimit over");
    }

    @Test
    void messageThatWasOvertaken_doesNotTurnItOnAgain() {
        take(captured("resolved"));
        take(captured("firing"));

        assertThat(seenBy(T1)).singleElement().matches(alert -> !alert.isActive());
    }

    @Test
    void sameStartLongAfterTheEnd_isOnAgain() {
        take(captured("firing"));
        take(captured("resolved"));
        now = now.plus(Duration.ofMinutes(6));
        take(captured("firing"));

        assertThat(seenBy(T1)).singleElement().matches(StoredAlert::isActive);
    }

    @Test
    void anyOrderAndAnyRepetition_endTheSame() {
        for (int seed = 0; seed < 8; seed++) {
            empty();
            var random = new Random(seed);
            var messages = new ArrayList<>(List.of(captured("firing"), captured("resolved"), captured("mixed")));
            for (int more = random.nextInt(4); more > 0; more--) {
                messages.add(messages.get(random.nextInt(messages.size())));
            }
            Collections.shuffle(messages, random);

            messages.forEach(this::take);

            assertThat(seenBy(T1)).as("seed %d", seed).singleElement().matches(alert -> !alert.isActive());
            assertThat(seenBy(T2)).as("seed %d", seed).singleElement().matches(StoredAlert::isActive);
        }
    }

    @Test
    void copiesAtOnce_areNewsOnce() {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int copy = 0; copy < 8; copy++) {
                threads.execute(() -> take(captured("firing")));
            }
        }

        assertThat(seenBy(T1)).hasSize(1);
        assertThat(news.heard()).hasSize(1);
    }

    @Test
    void mixedMessage_countsEachAlertByItself() {
        assertThat(take(captured("mixed"))).isEqualTo(new Intake(2, 0));

        assertThat(seenBy(T1)).singleElement().matches(alert -> !alert.isActive());
        assertThat(seenBy(T2)).singleElement().matches(StoredAlert::isActive);
    }

    @Test
    void unknownTenant_isForStaffAlone() {
        take(Messages.of(firing("TenantUsageSpike", "no-such-shop", "tenant", "f1")));

        assertThat(seenByStaff()).singleElement().satisfies(alert -> {
            assertThat(alert.tenant()).isEqualTo(TenantId.PLATFORM);
            assertThat(alert.audience().key()).isEqualTo("internal");
        });
        assertThat(seenBy(T1)).isEmpty();
    }

    @Test
    void internalAlert_isNotForTheTenantThatItNames() {
        take(Messages.of(firing("NegativeProfitMargin", "t1", "internal", "f1"), firing("Unmarked", "t1", "", "f2")));

        assertThat(seenBy(T1)).isEmpty();
        assertThat(seenByStaff()).hasSize(2);
    }

    @Test
    void database_showsATenantNothingElse() {
        take(captured("mixed"));
        take(Messages.of(firing("NegativeProfitMargin", "t1", "internal", "f1")));

        var seen = new TenantDatabase(POSTGRES.as("tenantlens_app"))
                .inTransaction(
                        TestScopes.tenant(T1),
                        handle -> handle.select("SELECT tenant_id || ' ' || alertname FROM alerts")
                                .mapTo(String.class)
                                .list());

        assertThat(seen).containsExactly("t1 TenantExceedsAPILimit");
    }

    @Test
    void unreadableAlert_leavesTheOthersAlone() {
        var unreadable = firing("TenantUsageSpike", "t1", "tenant", "f1").replace("firing", "burning");

        assertThat(take(Messages.of(unreadable, resolved("TenantUsageSpike", "t2", "tenant", "f2"))))
                .isEqualTo(new Intake(1, 1));

        assertThat(seenBy(T2)).hasSize(1);
    }

    @Test
    void fieldsThatAreNewOrMissing_areNoMatter() {
        var message = """
                {"version":"4","notification_reason":"x","alerts":[{"status":"firing","labels":{"alertname":"TenantUsageSpike",
                 "tenant_id":"t1","audience":"tenant"},"startsAt":"2026-11-23T19:40:09+06:00","fingerprint":"f1","new":{"a":[1]}}]}""";

        assertThat(take(message)).isEqualTo(new Intake(1, 0));

        assertThat(seenBy(T1)).singleElement().satisfies(alert -> {
            assertThat(alert.startsAt()).isEqualTo("2026-11-23T13:40:09Z");
            assertThat(alert.summary()).isEqualTo("TenantUsageSpike");
        });
    }

    @Test
    void resolvedInYearOne_isOverSinceItCame() {
        take(captured("resolved").replace("2026-11-23T19:40:13Z", "0001-01-01T00:00:00Z"));

        assertThat(seenBy(T1)).singleElement().extracting(StoredAlert::endedAt).isEqualTo(now);
    }

    @Test
    void whatGoesOnAndOff_isFlapping() {
        for (int minute = 10; minute < 14; minute++) {
            take(captured("resolved").replace("19:40", "19:" + minute));
        }

        assertThat(alerts().flapping(TestScopes.staff()))
                .containsExactly(new Alerts.Flapping(T1, "TenantExceedsAPILimit", 4));
    }

    private Intake take(String message) {
        var intake = new AlertIntake(
                new WorkerDatabase(POSTGRES.as("tenantlens_worker")),
                TestConfigs.defaults(AlertsConfig.class),
                news,
                Clock.fixed(now, ZoneOffset.UTC));
        return intake.take(message.getBytes(StandardCharsets.UTF_8));
    }

    private List<StoredAlert> seenBy(TenantId tenant) {
        return alerts().find(TestScopes.tenant(tenant), everything());
    }

    private List<StoredAlert> seenByStaff() {
        return alerts().find(TestScopes.staff(), everything());
    }

    private static AlertFilter everything() {
        return new AlertFilter(null, null, null, Instant.EPOCH, AlertFilter.MOST);
    }

    private Alerts alerts() {
        return new Alerts(
                new TenantDatabase(POSTGRES.as("tenantlens_app")),
                new StaffDatabase(POSTGRES.as("tenantlens_staff")),
                Clock.fixed(now, ZoneOffset.UTC));
    }
}
