package io.tenantlens.api.alert.intake;

import static io.tenantlens.api.alert.intake.Messages.firing;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenantlens.api.access.StaffDatabase;
import io.tenantlens.api.access.TenantDatabase;
import io.tenantlens.api.access.TestScopes;
import io.tenantlens.api.alert.AlertFilter;
import io.tenantlens.api.alert.AlertSource;
import io.tenantlens.api.alert.Alerts;
import io.tenantlens.api.alert.StoredAlert;
import io.tenantlens.api.alertmanager.FakeAlertmanager;
import io.tenantlens.api.database.WorkerDatabase;
import io.tenantlens.api.instance.Roles;
import io.tenantlens.api.testing.TestConfigs;
import io.tenantlens.api.testing.TestPostgres;
import io.tenantlens.api.testing.TestTenants;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AlertReconciliationIT {

    private static final TestPostgres POSTGRES = TestPostgres.shared();

    private static final String HELD = """
            [{"fingerprint":"f1","startsAt":"2026-11-23T19:40:09.433Z","endsAt":"2026-11-23T19:46:00Z",
              "status":{"state":"active","silencedBy":[],"inhibitedBy":[]},"annotations":{"summary":"one"},
              "labels":{"alertname":"TenantUsageSpike","tenant_id":"t1","audience":"tenant","severity":"info"},
              "generatorURL":"http://prometheus/graph"}]""";

    private final WorkerDatabase workers = new WorkerDatabase(POSTGRES.as("tenantlens_worker"));
    private final FakeAlertmanager alertmanager = new FakeAlertmanager();
    private final HeardNews news = new HeardNews();
    private Instant now = Instant.parse("2026-11-23T19:41:00Z");

    @BeforeEach
    void empty() {
        TestTenants.signUp("t1", "Asia/Dhaka");
        POSTGRES.asSuperuser().useHandle(handle -> handle.execute("DELETE FROM alerts"));
    }

    @AfterEach
    void stop() {
        alertmanager.close();
    }

    @Test
    void alertWhoseMessageWasLost_isOnOnce() {
        alertmanager.hold(HELD);

        reconcile();
        reconcile();

        assertThat(active()).hasSize(1);
        assertThat(news.heard()).containsExactly("t1 TenantUsageSpike on");
    }

    @Test
    void alertThatTheWebhookTold_isTheSame() {
        alertmanager.hold(HELD);
        take(Messages.of(firing("TenantUsageSpike", "t1", "tenant", "f1")));

        reconcile();

        assertThat(active()).hasSize(1);
    }

    @Test
    void alertThatAlertmanagerNoLongerHas_isOver() {
        take(Messages.of(firing("TenantUsageSpike", "t1", "tenant", "f1")));
        now = now.plus(Duration.ofMinutes(10));

        reconcile();

        assertThat(active()).isEmpty();
        assertThat(news.heard()).endsWith("t1 TenantUsageSpike over");
    }

    @Test
    void alertmanagerJustStarted_isNotYetBelieved() {
        take(Messages.of(firing("TenantUsageSpike", "t1", "tenant", "f1")));
        now = now.plus(Duration.ofMinutes(10));
        alertmanager.startedAt(now.minusSeconds(30));

        reconcile();

        assertThat(active()).hasSize(1);
    }

    @Test
    void silencedAlert_isMarked() {
        take(Messages.of(firing("TenantUsageSpike", "t1", "tenant", "f1")));
        alertmanager.hold(HELD.replace("\"active\"", "\"suppressed\""));

        reconcile();
        assertThat(active()).singleElement().matches(StoredAlert::silenced);

        alertmanager.hold(HELD);
        reconcile();
        assertThat(active()).singleElement().matches(alert -> !alert.silenced());
    }

    @Test
    void alertmanagerDown_endsNothingAndIsSaid() {
        take(Messages.of(firing("TenantUsageSpike", "t1", "tenant", "f1")));
        reconcile();
        now = now.plus(Duration.ofMinutes(10));
        alertmanager.close();

        reconcile();

        assertThat(active()).hasSize(1);
        assertThat(alerts().sources(TestScopes.staff()))
                .filteredOn(source -> source.name().equals("alertmanager"))
                .singleElement()
                .satisfies(source -> assertThat(source.problem()).contains("does not answer"))
                .extracting(AlertSource::answeredAt)
                .isEqualTo(now.minus(Duration.ofMinutes(10)));
    }

    private void take(String message) {
        intake().take(message.getBytes(StandardCharsets.UTF_8));
    }

    private void reconcile() {
        new AlertReconciliation(alertmanager.client(), intake(), workers, new Roles(Set.of("worker")), clock())
                .reconcile();
    }

    private AlertIntake intake() {
        return new AlertIntake(workers, TestConfigs.defaults(AlertsConfig.class), news, clock());
    }

    private Clock clock() {
        return Clock.fixed(now, ZoneOffset.UTC);
    }

    private List<StoredAlert> active() {
        return alerts().find(TestScopes.staff(), AlertFilter.active());
    }

    private Alerts alerts() {
        return new Alerts(
                new TenantDatabase(POSTGRES.as("tenantlens_app")),
                new StaffDatabase(POSTGRES.as("tenantlens_staff")),
                clock());
    }
}
