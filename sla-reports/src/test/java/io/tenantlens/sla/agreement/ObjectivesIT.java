package io.tenantlens.sla.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantlens.api.access.StaffDatabase;
import io.tenantlens.api.access.TestScopes;
import io.tenantlens.api.audit.AuditTrail;
import io.tenantlens.api.problem.FieldError;
import io.tenantlens.api.testing.TestPostgres;
import io.tenantlens.api.testing.TestTenants;
import io.tenantlens.sla.indicator.CountingMethod;
import io.tenantlens.sla.objective.BudgetWindow;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ObjectivesIT {

    private static final TestPostgres POSTGRES = TestPostgres.shared();
    private final Objectives objectives = new Objectives(
            new StaffDatabase(POSTGRES.as("tenantlens_staff")),
            new AuditTrail(),
            Clock.fixed(Instant.parse("2026-10-20T12:00:00Z"), ZoneOffset.UTC));

    @BeforeAll
    static void signUp() {
        TestTenants.signUp("objective-acorn", "Asia/Dhaka");
        TestTenants.signUp("objective-birch", "Asia/Dhaka");
        TestTenants.signUp("objective-cedar", "Asia/Dhaka");
    }

    @Test
    void version_isReadAsItWasSet() {
        assertThat(objectives.set(TestScopes.staff(), List.of(good("tenant:objective-acorn"))))
                .isEmpty();

        var version = versions("tenant:objective-acorn").getFirst();
        var objective = version.promise().objective();
        assertThat(version.until()).isEqualTo(LocalDate.of(2027, 7, 1));
        assertThat(objective.counting()).isEqualTo(CountingMethod.TIMESLICES);
        assertThat(objective.slice().percent()).isEqualByComparingTo("99");
        assertThat(objective.window()).isEqualTo(new BudgetWindow.Rolling(28));
        assertThat(OpenSlo.steps(version.promise().credits())).isEqualTo("99.95:10, 99.0:25");
        assertThat(version.promise().limits().yearCapPercent()).isEqualByComparingTo("50");
    }

    @Test
    void tiers_haveTheVersionsThatWeShip() {
        assertThat(versions("tier:growth")
                        .getLast()
                        .promise()
                        .objective()
                        .availability()
                        .percent())
                .isEqualByComparingTo("99.9");
    }

    @Test
    void draft_thatIsWrong_namesEachFieldAndChangesNothing() {
        var bad = new ObjectiveDraft(
                "tier:gold", "2026-10-20", "", "100.5", "average", "1e9", "0", "-1", "", "99.9", "101", "x", "-5");

        var errors = objectives.set(TestScopes.staff(), List.of(bad));

        assertThat(errors)
                .extracting(FieldError::pointer)
                .containsExactly(
                        "/holder",
                        "/validFrom",
                        "/availability",
                        "/counting",
                        "/slice",
                        "/windowDays",
                        "/latencySeconds",
                        "/latencyPercent",
                        "/creditCap",
                        "/creditSteps",
                        "/creditYearCap",
                        "/creditMinRequests");
    }

    @Test
    void versionForADayThatHasBegunSomewhere_isRefused() {
        assertThat(objectives.firstPossibleDay()).isEqualTo(LocalDate.of(2026, 10, 22));
    }

    @Test
    void tenantThatDoesNotExist_isRefusedWithAllOthers() {
        var errors = objectives.set(
                TestScopes.staff(), List.of(holder("tenant:objective-birch"), holder("tenant:no-such-shop")));

        assertThat(errors)
                .singleElement()
                .satisfies(error -> assertThat(error.detail()).contains("no-such-shop"));
        assertThat(versions("tenant:objective-birch")).isEmpty();
    }

    @Test
    void openSlo_writtenAndReadAgain_isTheSame() {
        objectives.set(TestScopes.staff(), List.of(good("tenant:objective-cedar")));
        var file = OpenSlo.write(versions("tenant:objective-cedar"));

        var read = OpenSloFile.read(file, "2027-01-01");

        assertThat(file)
                .contains(
                        "apiVersion: openslo/v1",
                        "budgetingMethod: Timeslices",
                        "timeSliceTarget: 0.99",
                        "duration: 28d");
        assertThat(read).singleElement().satisfies(draft -> {
            assertThat(new DraftReader(LocalDate.of(2026, 1, 1)).read(draft))
                    .contains(versions("tenant:objective-cedar").getFirst());
        });
    }

    @Test
    void openSloByHand_isReadWithoutOurAnnotations() {
        var read = OpenSloFile.read("""
                apiVersion: openslo/v1
                kind: SLO
                metadata: {name: a, annotations: {tenantlens.io/holder: "tier:growth"}}
                spec:
                  timeWindow: [{duration: 4w, isRolling: true}]
                  budgetingMethod: Occurrences
                  objectives: [{target: 0.999}]
                ---
                apiVersion: openslo/v1
                kind: SLO
                metadata: {name: b, annotations: {tenantlens.io/holder: "tier:growth"}}
                spec:
                  indicator: {spec: {thresholdMetric: {}}}
                  objectives: [{op: lte, value: 0.5, target: 0.95}]
                """, "2027-01-01");

        assertThat(read).singleElement().satisfies(draft -> {
            assertThat(draft.availability()).isEqualTo("99.9");
            assertThat(draft.windowDays()).isEqualTo("28");
            assertThat(draft.latencyPercent()).isEqualTo("95");
            assertThat(draft.validFrom()).isEqualTo("2027-01-01");
        });
    }

    @Test
    void fileThatIsNone_saysWhy() {
        assertThatThrownBy(() -> OpenSloFile.read("a: [", "2027-01-01")).hasMessageContaining("no YAML");
        assertThatThrownBy(() -> OpenSloFile.read("apiVersion: v1", "2027-01-01"))
                .hasMessageContaining("openslo/v1");
        assertThatThrownBy(() -> OpenSloFile.read("- !!java.net.URL [x]", "2027-01-01"))
                .isInstanceOf(OpenSloException.class);
        assertThatThrownBy(() -> OpenSloFile.read("", "2027-01-01")).hasMessageContaining("no SLO");
        assertThatThrownBy(() -> OpenSloFile.read("apiVersion: openslo/v1\nkind: SLO\n", "2027-01-01"))
                .hasMessageContaining("two SLOs");
    }

    private List<ObjectiveVersion> versions(String holder) {
        return objectives.versions(TestScopes.staff()).stream()
                .filter(version -> version.holder().key().equals(holder))
                .toList();
    }

    private static ObjectiveDraft holder(String holder) {
        return new ObjectiveDraft(holder, "2027-01-01", "", "99.9", "occurrences", "", "", "0.5", "95", "", "", "", "");
    }

    private static ObjectiveDraft good(String holder) {
        return new ObjectiveDraft(
                holder,
                "2027-01-01",
                "2027-07-01",
                "99.95",
                "timeslices",
                "99",
                "28",
                "0.25",
                "99",
                "99.95:10, 99.0:25",
                "30",
                "50",
                "1000");
    }
}
