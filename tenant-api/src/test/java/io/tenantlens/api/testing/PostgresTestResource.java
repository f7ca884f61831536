package io.tenantlens.api.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Gives a Quarkus test the shared PostgreSQL. */
public final class PostgresTestResource implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        return Map.of(
                "tenantlens.database.url", TestPostgres.shared().url(),
                "tenantlens.database.password.owner", TestPostgres.PASSWORD,
                "tenantlens.database.password.app", TestPostgres.PASSWORD,
                "tenantlens.database.password.staff", TestPostgres.PASSWORD,
                "tenantlens.database.password.worker", TestPostgres.PASSWORD);
    }

    /** The server is shared by the whole run and ends with it. */
    @Override
    public void stop() {}
}
