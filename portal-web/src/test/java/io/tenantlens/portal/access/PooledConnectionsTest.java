package io.tenantlens.portal.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tenantlens.api.access.TenantDatabase;
import io.tenantlens.api.access.TestScopes;
import io.tenantlens.api.testing.PostgresTestResource;
import io.tenantlens.cost.tenant.TenantId;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;

/** What the pool of production hands to the next request, however the one before ended. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class PooledConnectionsTest {

    private static final TenantId ACORN = new TenantId("acorn");

    /** The size of the pool in application.properties. */
    private static final int MOST = 16;

    @Inject
    TenantDatabase database;

    @Inject
    AgroalDataSource pool;

    @Test
    void afterCommit_carryNoTenant() throws SQLException {
        assertThat(tenantSeen()).isEqualTo("acorn");

        assertThat(tenantsOfAllConnections()).containsOnly("");
    }

    @Test
    void afterAFailedStatement_carryNoTenant() throws SQLException {
        assertThatThrownBy(() -> database.inTransaction(
                        TestScopes.tenant(ACORN), handle -> handle.execute("SELECT * FROM no_such_table")))
                .hasMessageContaining("no_such_table");

        assertThat(tenantsOfAllConnections()).containsOnly("");
    }

    @Test
    void afterAnExceptionOfTheCaller_carryNoTenant() throws SQLException {
        assertThatThrownBy(() -> database.inTransaction(TestScopes.tenant(ACORN), handle -> {
                    throw new IllegalStateException("half-way");
                }))
                .hasMessage("half-way");

        assertThat(tenantsOfAllConnections()).containsOnly("");
    }

    @Test
    void afterARollback_carryNoTenant() throws SQLException {
        database.inTransaction(TestScopes.tenant(ACORN), handle -> {
            handle.getConnection().rollback();
            return handle.select("SELECT coalesce(current_tenant(), '')")
                    .mapTo(String.class)
                    .one();
        });

        assertThat(tenantsOfAllConnections()).containsOnly("");
    }

    @Test
    void afterAReadOnlyScope_canWriteAgain() throws SQLException {
        database.inTransaction(TestScopes.viewedByStaff(ACORN), PooledConnectionsTest::tenant);

        try (var connection = pool.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("SHOW transaction_read_only")) {
            row.next();
            assertThat(row.getString(1)).isEqualTo("off");
        }
    }

    private String tenantSeen() {
        return database.inTransaction(TestScopes.tenant(ACORN), PooledConnectionsTest::tenant);
    }

    private static String tenant(Handle handle) {
        return handle.select("SELECT current_tenant()").mapTo(String.class).one();
    }

    /** Takes all connections at once, so that the one used before is among them. */
    private List<String> tenantsOfAllConnections() throws SQLException {
        var connections = new ArrayList<Connection>();
        var tenants = new ArrayList<String>();
        try {
            for (int taken = 0; taken < MOST; taken++) {
                var connection = pool.getConnection();
                connections.add(connection);
                tenants.add(tenant(connection));
            }
        } finally {
            for (var connection : connections) {
                connection.close();
            }
        }
        return tenants;
    }

    private static String tenant(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT coalesce(current_tenant(), '')")) {
            row.next();
            return row.getString(1);
        }
    }
}
