package io.tenantlens.api.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantlens.api.testing.TestPostgres;
import io.tenantlens.cost.tenant.TenantId;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TenantIsolationIT {

    private static final TenantId ACORN = new TenantId("isolation-acorn");
    private static final TenantId BIRCH = new TenantId("isolation-birch");
    private static final TestPostgres POSTGRES = TestPostgres.shared();

    private final TenantDatabase database = new TenantDatabase(POSTGRES.as("tenantlens_app"));

    @BeforeAll
    static void signUp() {
        POSTGRES.as("tenantlens_staff").useHandle(handle -> {
            for (var tenant : List.of(ACORN, BIRCH)) {
                handle.execute(
                        "INSERT INTO tenants (tenant_id, name, tier, hosting, plan, signed_up_on)"
                                + " VALUES (?, ?, 'starter', 'shared', 'starter', '2026-10-01') ON CONFLICT DO NOTHING",
                        tenant.value(),
                        tenant.value());
            }
        });
    }

    @Test
    void tenant_seesItsOwnRowAlone() {
        var seen = database.inTransaction(TestScopes.tenant(ACORN), TenantIsolationIT::tenantIds);

        assertThat(seen).containsExactly(ACORN.value());
    }

    @Test
    void queryWithoutTenant_seesNothing() {
        var seen = POSTGRES.as("tenantlens_app").withHandle(TenantIsolationIT::tenantIds);

        assertThat(seen).isEmpty();
    }

    @Test
    void connectionReturnedAfterCommit_carriesNoTenant() {
        POSTGRES.as("tenantlens_app").useHandle(handle -> {
            var onSameConnection = new TenantDatabase(Jdbi.create(handle.getConnection()));
            onSameConnection.inTransaction(TestScopes.tenant(ACORN), TenantIsolationIT::tenantIds);

            assertThat(tenantIds(handle)).isEmpty();
        });
    }

    @Test
    void connectionReturnedAfterException_carriesNoTenant() {
        POSTGRES.as("tenantlens_app").useHandle(handle -> {
            var onSameConnection = new TenantDatabase(Jdbi.create(handle.getConnection()));

            assertThatThrownBy(() -> onSameConnection.inTransaction(
                            TestScopes.tenant(ACORN), broken -> broken.execute("SELECT * FROM no_such_table")))
                    .hasMessageContaining("no_such_table");
            assertThat(tenantIds(handle)).isEmpty();
        });
    }

    @Test
    void scopeToRead_changesNothing() {
        assertThatThrownBy(() -> database.inTransaction(
                        TestScopes.viewedByStaff(ACORN), handle -> handle.execute("UPDATE tenants SET name = 'x'")))
                .hasMessageContaining("read-only");
    }

    @Test
    void workInsideOfWork_joinsTheTransaction() {
        var both = database.inTransaction(TestScopes.tenant(ACORN), outer -> {
            var inner = database.inTransaction(TestScopes.tenant(ACORN), TenantIsolationIT::transaction);
            return List.of(transaction(outer), inner);
        });

        assertThat(both.getFirst()).isEqualTo(both.getLast());
    }

    @Test
    void workInsideOfAnotherTenantsWork_isRefused() {
        assertThatThrownBy(() -> database.inTransaction(
                        TestScopes.tenant(ACORN),
                        _ -> database.inTransaction(TestScopes.tenant(BIRCH), TenantIsolationIT::tenantIds)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(BIRCH.value());
    }

    @Test
    void changeInsideOfReading_isRefused() {
        assertThatThrownBy(() -> database.inTransaction(
                        TestScopes.viewedByStaff(ACORN),
                        _ -> database.inTransaction(TestScopes.tenant(ACORN), TenantIsolationIT::tenantIds)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("with changes");
    }

    @Test
    void askingWhetherAnotherTenantExists_leavesTheTransactionItsTenant() {
        var seen = database.inTransaction(TestScopes.tenant(ACORN), handle -> {
            assertThat(database.exists(BIRCH)).isTrue();
            return tenantIds(handle);
        });

        assertThat(seen).containsExactly(ACORN.value());
    }

    @Test
    void everyTableWithATenant_forcesItsPolicies() {
        var open = POSTGRES.asSuperuser()
                .withHandle(
                        handle -> handle.createQuery("""
                        SELECT c.relname FROM pg_class c
                        JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = 'public'
                        JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'tenant_id' AND NOT a.attisdropped
                        WHERE c.relkind IN ('r', 'p', 'm')
                          AND NOT (c.relrowsecurity AND c.relforcerowsecurity
                                   AND EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid))""").mapTo(String.class).list());

        assertThat(open).isEmpty();
    }

    @Test
    void applicationLogins_ownNothingAndBypassNothing() {
        var mighty = POSTGRES.asSuperuser()
                .withHandle(
                        handle -> handle.createQuery("""
                        SELECT r.rolname FROM pg_roles r
                        WHERE r.rolname IN ('tenantlens_app', 'tenantlens_staff', 'tenantlens_worker')
                          AND (r.rolsuper OR r.rolbypassrls OR r.rolcreaterole
                               OR EXISTS (SELECT FROM pg_class c WHERE c.relowner = r.oid))""").mapTo(String.class).list());

        assertThat(mighty).isEmpty();
    }

    private static long transaction(Handle handle) {
        return handle.select("SELECT pg_backend_pid() + extract(epoch FROM now())")
                .mapTo(Double.class)
                .one()
                .longValue();
    }

    private static List<String> tenantIds(Handle handle) {
        return handle.createQuery("SELECT tenant_id FROM tenants WHERE tenant_id LIKE 'isolation-%'")
                .mapTo(String.class)
                .list();
    }
}
