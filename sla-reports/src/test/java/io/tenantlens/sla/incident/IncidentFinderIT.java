package io.tenantlens.sla.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantlens.api.access.StaffDatabase;
import io.tenantlens.api.access.TenantDatabase;
import io.tenantlens.api.access.TestScopes;
import io.tenantlens.api.audit.AuditTrail;
import io.tenantlens.api.database.WorkerDatabase;
import io.tenantlens.api.instance.Roles;
import io.tenantlens.api.problem.FieldError;
import io.tenantlens.api.testing.TestPostgres;
import io.tenantlens.api.testing.TestTenants;
import io.tenantlens.cost.tenant.TenantId;
import io.tenantlens.cost.time.Period;
import io.tenantlens.sla.incident.Incident.Kind;
import io.tenantlens.sla.incident.Incidents.Visibility;
import io.tenantlens.sla.reading.SlaStore;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A starter's objective of 99.5 % makes an hour bad above 7.2 % of failures. */
class IncidentFinderIT {

    private static final TestPostgres POSTGRES = TestPostgres.shared();
    private static final SlaStore STORE = new SlaStore(POSTGRES.as("tenantlens_worker"));
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2027-05-20T12:00:00Z"), ZoneOffset.UTC);
    private static final Period MAY =
            new Period(Instant.parse("2027-05-01T00:00:00Z"), Instant.parse("2027-06-01T00:00:00Z"));

    private final Incidents incidents = new Incidents(
            new StaffDatabase(POSTGRES.as("tenantlens_staff")),
            new TenantDatabase(POSTGRES.as("tenantlens_app")),
            new AuditTrail(),
            CLOCK);

    @BeforeAll
    static void partitions() {
        STORE.ensureMonth(YearMonth.of(2027, 5));
    }

    @Test
    void badHours_withAGoodOneBetween_areOneIncident() {
        var tenant = TestTenants.signUp("incident-joined", "Asia/Dhaka");
        hour(tenant, 1, 80, 20);
        hour(tenant, 2, 99, 1);
        hour(tenant, 3, 90, 10);
        hour(tenant, 6, 0, 100);

        derive();

        assertThat(of(tenant)).extracting(Incident::period).containsExactly(hours(6, 7), hours(1, 4));
        assertThat(of(tenant).getLast().counted().bad()).isEqualByComparingTo("30");
        assertThat(of(tenant).getLast().kind()).isEqualTo(Kind.BUDGET);
    }

    @Test
    void hourAtTheBound_orWithFewRequests_isNone() {
        var tenant = TestTenants.signUp("incident-none", "Asia/Dhaka");
        hour(tenant, 1, 928, 72);
        hour(tenant, 3, 0, 9);

        derive();

        assertThat(of(tenant)).isEmpty();
    }

    @Test
    void derivedAgain_theyStayAsTheyAre_withWhatStaffWrote() {
        var tenant = TestTenants.signUp("incident-kept", "Asia/Dhaka");
        hour(tenant, 1, 0, 100);
        derive();
        var id = of(tenant).getFirst().id();
        incidents.write(TestScopes.staff(), tenant, id, "The disk was full.", Visibility.TENANT);
        hour(tenant, 2, 0, 50);

        derive();
        derive();

        assertThat(of(tenant)).singleElement().satisfies(incident -> {
            assertThat(incident.id()).isEqualTo(id);
            assertThat(incident.note()).isEqualTo("The disk was full.");
            assertThat(incident.period()).isEqualTo(hours(1, 3));
        });
    }

    @Test
    void incidentWithoutItsCause_goesAway_orIsWithdrawnIfSomebodyWroteToIt() {
        var tenant = TestTenants.signUp("incident-gone", "Asia/Dhaka");
        hour(tenant, 1, 0, 100);
        hour(tenant, 10, 0, 100);
        derive();
        incidents.write(TestScopes.staff(), tenant, of(tenant).getFirst().id(), "Looking.", Visibility.STAFF);
        POSTGRES.as("tenantlens_worker")
                .useHandle(handle -> handle.execute("DELETE FROM usage_hour WHERE tenant_id = ?", tenant.value()));

        derive();

        assertThat(of(tenant))
                .singleElement()
                .satisfies(incident -> assertThat(incident.withdrawnAt()).isNotNull());
    }

    @Test
    void maintenance_isNoIncident() {
        var tenant = TestTenants.signUp("incident-maintained", "Asia/Dhaka");
        hour(tenant, 1, 0, 100);
        POSTGRES.as("tenantlens_staff").useHandle(handle -> handle.execute("""
                INSERT INTO maintenance_windows (tenant_id, title, announced_at, starts_at, ends_at)
                VALUES (?, 'Work', '2027-04-01', ?, ?)""", tenant.value(), at(1), at(2)));

        derive();

        assertThat(of(tenant)).isEmpty();
    }

    @Test
    void probesThatDidNotReachTheShop_areAnIncidentOfTheirOwn() {
        var tenant = TestTenants.signUp("incident-probe", "Asia/Dhaka");
        probe(tenant, 1, "0.85");
        probe(tenant, 5, "0.95");

        derive();

        assertThat(of(tenant)).singleElement().satisfies(incident -> {
            assertThat(incident.kind()).isEqualTo(Kind.PROBE);
            assertThat(incident.counted().bad()).isEqualByComparingTo("0.15");
        });
    }

    @Test
    void tenant_seesItsPublishedIncidentsAlone() {
        var tenant = TestTenants.signUp("incident-published", "Asia/Dhaka");
        var other = TestTenants.signUp("incident-other", "Asia/Dhaka");
        hour(tenant, 1, 0, 100);
        hour(tenant, 10, 0, 100);
        derive();
        incidents.write(
                TestScopes.staff(), tenant, of(tenant).getFirst().id(), "The disk was full.", Visibility.TENANT);

        assertThat(incidents.published(TestScopes.tenant(tenant), MAY))
                .extracting(Incident::note)
                .containsExactly("The disk was full.");
        assertThat(incidents.published(TestScopes.tenant(other), MAY)).isEmpty();
    }

    @Test
    void publishingWithoutAWord_isRefused() {
        var tenant = TestTenants.signUp("incident-silent", "Asia/Dhaka");

        assertThat(incidents.write(TestScopes.staff(), tenant, 1, " ", Visibility.TENANT))
                .extracting(FieldError::pointer)
                .containsExactly("/note");
        assertThat(incidents.write(TestScopes.staff(), tenant, -1, "x", Visibility.TENANT))
                .extracting(FieldError::pointer)
                .containsExactly("/incident");
    }

    private static void derive() {
        new IncidentFinder(new WorkerDatabase(POSTGRES.as("tenantlens_worker")), new Roles(Set.of("worker")), CLOCK)
                .derive();
    }

    private List<Incident> of(TenantId tenant) {
        return incidents.during(TestScopes.staff(), MAY, Optional.of(tenant));
    }

    private static void hour(TenantId tenant, int hour, long good, long bad) {
        if (good > 0) {
            STORE.requestsInHour(tenant, at(hour).toInstant(), "200", good);
        }
        STORE.requestsInHour(tenant, at(hour).toInstant(), "500", bad);
    }

    private static void probe(TenantId tenant, int hour, String up) {
        POSTGRES.as("tenantlens_worker")
                .useHandle(handle -> handle.execute("""
                INSERT INTO usage_hour (tenant_id, meter, hour_start, quantity)
                VALUES (?, 'probe_up', ?, ?::numeric), (?, 'probe_observed', ?, 1)""", tenant.value(), at(hour), up, tenant.value(), at(hour)));
    }

    private static Period hours(int from, int to) {
        return new Period(at(from).toInstant(), at(to).toInstant());
    }

    private static OffsetDateTime at(int hour) {
        return OffsetDateTime.of(2027, 5, 10, hour, 0, 0, 0, ZoneOffset.UTC);
    }
}
