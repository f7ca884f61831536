package io.tenantlens.api.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantlens.api.access.TenantDatabase;
import io.tenantlens.api.access.TestScopes;
import io.tenantlens.api.testing.TestPostgres;
import io.tenantlens.cost.tenant.TenantId;
import java.util.Map;
import java.util.concurrent.Executors;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuditTrailIT {

    private static final TenantId ACORN = new TenantId("audit-acorn");
    private static final TenantId BIRCH = new TenantId("audit-birch");
    private static final TestPostgres POSTGRES = TestPostgres.shared();

    private final AuditTrail trail = new AuditTrail();
    private final TenantDatabase database = new TenantDatabase(POSTGRES.as("tenantlens_app"));

    @BeforeEach
    void recordFive() {
        for (int i = 0; i < 5; i++) {
            recordForAcorn("test.done");
        }
    }

    @Test
    void untouchedChain_isIntact() {
        assertThat(verify(Map.of())).isInstanceOf(Verdict.Intact.class);
    }

    @ParameterizedTest
    @CsvSource({
        "UPDATE audit_records SET detail = '{}' WHERE position = ?, was changed or moved",
        "UPDATE audit_records SET at = at + interval '1 us' WHERE position = ?, was changed or moved",
        "UPDATE audit_records SET tenant_id = NULL WHERE position = ?, was changed or moved",
        "DELETE FROM audit_records WHERE position = ?, is missing",
    })
    void touchedRecord_isTheFirstFinding(String touch, String finding) {
        assertThat(verifyAfter(handle -> handle.execute(touch, end(handle) - 2)))
                .isInstanceOfSatisfying(Verdict.Broken.class, broken -> {
                    assertThat(broken.finding()).isEqualTo(finding);
                    assertThat(broken.position()).isEqualTo(end() - 2);
                });
    }

    @Test
    void swappedRecords_areFound() {
        var verdict = verifyAfter(handle -> {
            long end = end(handle);
            handle.execute("UPDATE audit_records SET position = -1 WHERE position = ?", end - 3);
            handle.execute("UPDATE audit_records SET position = ? WHERE position = ?", end - 3, end - 2);
            handle.execute("UPDATE audit_records SET position = ? WHERE position = -1", end - 2);
        });

        assertThat(verdict).isEqualTo(new Verdict.Broken(end() - 3, "was changed or moved"));
    }

    @Test
    void cutTail_isFoundByTheHead() {
        assertThat(verifyAfter(handle -> handle.execute("DELETE FROM audit_records WHERE position = ?", end(handle))))
                .isInstanceOf(Verdict.Broken.class);
    }

    @Test
    void cutTailWithItsHead_isFoundByAnAnchor() {
        var anchors = Map.of(end(), "00");

        var verdict = verifyAfter(
                handle -> {
                    handle.execute("DELETE FROM audit_records WHERE position = ?", end(handle));
                    handle.execute("UPDATE audit_head h SET position = r.position, hash = r.hash FROM audit_records r"
                            + " WHERE r.position = h.position - 1");
                },
                anchors);

        assertThat(verdict)
                .isInstanceOfSatisfying(
                        Verdict.Broken.class,
                        broken -> assertThat(broken.finding()).contains("an anchor tells"));
    }

    @Test
    void rolledBackAction_leavesNoRecordAndNoGap() {
        long before = end();

        assertThatThrownBy(() -> database.inTransaction(TestScopes.tenant(ACORN), handle -> {
                    trail.record(handle, AuditEntry.of(TestScopes.tenant(ACORN), "test.failed", Map.of()));
                    throw new IllegalStateException("the action fails");
                }))
                .hasMessage("the action fails");

        assertThat(end()).isEqualTo(before);
        assertThat(verify(Map.of())).isInstanceOf(Verdict.Intact.class);
    }

    @Test
    void manyAtOnce_stayOneChain() {
        long before = end();

        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 40; i++) {
                executor.execute(() -> recordForAcorn("test.at-once"));
            }
        }

        assertThat(end()).isEqualTo(before + 40);
        assertThat(verify(Map.of())).isInstanceOf(Verdict.Intact.class);
    }

    @Test
    void tenant_recordsNothingForAnother() {
        assertThatThrownBy(() -> database.inTransaction(TestScopes.tenant(ACORN), handle -> {
                    trail.record(handle, AuditEntry.of(TestScopes.tenant(BIRCH), "test.forged", Map.of()));
                    return null;
                }))
                .hasMessageContaining("for itself alone");
    }

    @Test
    void logins_neitherChangeNorDelete() {
        for (var login : new String[] {"tenantlens_app", "tenantlens_staff", "tenantlens_worker"}) {
            for (var touch : new String[] {
                "UPDATE audit_records SET detail = '{}'",
                "DELETE FROM audit_records",
                "TRUNCATE audit_records",
                "UPDATE audit_head SET position = 0"
            }) {
                assertThatThrownBy(() -> POSTGRES.as(login).useHandle(handle -> handle.execute(touch)))
                        .as("%s: %s", login, touch)
                        .hasMessageContaining("permission denied");
            }
        }
    }

    private void recordForAcorn(String action) {
        var scope = TestScopes.tenant(ACORN);
        database.inTransaction(scope, handle -> {
            trail.record(handle, AuditEntry.of(scope, action, Map.of("what", "ৎ \"quoted\" | line\nbreak")));
            return null;
        });
    }

    private static Verdict verify(Map<Long, String> anchors) {
        return new AuditVerification(POSTGRES.as("tenantlens_staff")).verify(anchors);
    }

    private interface Tampering {
        void with(Handle handle);
    }

    private static Verdict verifyAfter(Tampering tampering) {
        return verifyAfter(tampering, Map.of());
    }

    /** A superuser tampers; the verdict is taken in the same transaction, which is rolled back. */
    private static Verdict verifyAfter(Tampering tampering, Map<Long, String> anchors) {
        return POSTGRES.asSuperuser().withHandle(handle -> {
            handle.begin();
            tampering.with(handle);
            var verdict = AuditVerification.verify(handle, anchors);
            handle.rollback();
            return verdict;
        });
    }

    private static long end() {
        return POSTGRES.asSuperuser().withHandle(AuditTrailIT::end);
    }

    private static long end(Handle handle) {
        return handle.createQuery("SELECT position FROM audit_head")
                .mapTo(Long.class)
                .one();
    }
}
