package io.tenantlens.sla.maintenance;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantlens.api.access.StaffDatabase;
import io.tenantlens.api.access.TenantDatabase;
import io.tenantlens.api.access.TestScopes;
import io.tenantlens.api.audit.AuditTrail;
import io.tenantlens.api.problem.FieldError;
import io.tenantlens.api.testing.TestPostgres;
import io.tenantlens.api.testing.TestTenants;
import io.tenantlens.cost.tenant.TenantId;
import io.tenantlens.cost.time.Period;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class MaintenanceWindowsIT {

    private static final TestPostgres POSTGRES = TestPostgres.shared();
    private static final ZoneId DHAKA = ZoneId.of("Asia/Dhaka");
    private static final TenantId ACORN = TestTenants.signUp("maintenance-acorn", "Asia/Dhaka");
    private static final TenantId BIRCH = TestTenants.signUp("maintenance-birch", "Asia/Dhaka");

    private final MaintenanceWindows windows = at("2027-03-01T00:00:00Z");

    @Test
    void window_isAnnouncedToItsTenantAlone() {
        assertThat(windows.plan(TestScopes.staff(), draft(ACORN.value(), "2027-03-02T01:00", "2027-03-02T02:30")))
                .isEmpty();

        assertThat(windows.ahead(TestScopes.tenant(ACORN)))
                .singleElement()
                .satisfies(window -> assertThat(window.period())
                        .isEqualTo(new Period(
                                Instant.parse("2027-03-01T19:00:00Z"), Instant.parse("2027-03-01T20:30:00Z"))));
        assertThat(windows.ahead(TestScopes.tenant(BIRCH))).isEmpty();
        assertThat(at("2027-03-02T00:00:00Z").ahead(TestScopes.tenant(ACORN))).isEmpty();
    }

    @Test
    void window_canBeCancelledUntilItBegins() {
        windows.plan(TestScopes.staff(), draft(BIRCH.value(), "2027-03-05T01:00", "2027-03-05T02:00"));
        var id = windows.ahead(TestScopes.tenant(BIRCH)).getFirst().id();

        assertThat(at("2027-03-04T19:00:00Z").cancel(TestScopes.staff(), id)).isFalse();
        assertThat(windows.cancel(TestScopes.staff(), id)).isTrue();
        assertThat(windows.cancel(TestScopes.staff(), id)).isFalse();
        assertThat(windows.ahead(TestScopes.tenant(BIRCH))).isEmpty();
        assertThat(windows.since(TestScopes.staff(), Instant.parse("2027-03-01T00:00:00Z")))
                .filteredOn(window -> window.id() == id)
                .singleElement()
                .satisfies(window -> assertThat(window.cancelledAt()).isNotNull());
    }

    @Test
    void draft_thatIsWrong_namesEachField() {
        assertThat(pointers(draft("No Slug", "2027-02-28T01:00", "soon")))
                .containsExactly("/tenant", "/ends", "/starts");
        assertThat(pointers(draft("", "2027-03-02T01:00", "2027-03-02T01:00"))).containsExactly("/ends");
        assertThat(pointers(draft("no-such-shop", "2027-03-02T01:00", "2027-03-02T02:00")))
                .containsExactly("/tenant");
        assertThat(pointers(new MaintenanceDraft("", " ", "2027-03-02T01:00", "2027-03-02T02:00", DHAKA)))
                .containsExactly("/title");
    }

    private List<String> pointers(MaintenanceDraft draft) {
        return windows.plan(TestScopes.staff(), draft).stream()
                .map(FieldError::pointer)
                .toList();
    }

    private static MaintenanceDraft draft(String tenant, String starts, String ends) {
        return new MaintenanceDraft(tenant, "New disks", starts, ends, DHAKA);
    }

    private static MaintenanceWindows at(String now) {
        return new MaintenanceWindows(
                new StaffDatabase(POSTGRES.as("tenantlens_staff")),
                new TenantDatabase(POSTGRES.as("tenantlens_app")),
                new AuditTrail(),
                Clock.fixed(Instant.parse(now), ZoneOffset.UTC));
    }
}
