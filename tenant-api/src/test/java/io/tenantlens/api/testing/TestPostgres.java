package io.tenantlens.api.testing;

import io.tenantlens.api.database.Databases;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;

/** One real PostgreSQL for all tests of a JVM, with the roles and the schema of production. */
public final class TestPostgres {

    public static final String PASSWORD = "test";

    private static final TestPostgres SHARED = new TestPostgres();

    private final EmbeddedPostgres server;

    private TestPostgres() {
        try {
            server = EmbeddedPostgres.builder()
                    .setPGStartupWait(Duration.ofMinutes(2))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        createRoles();
        Flyway.configure()
                .dataSource(url(), "tenantlens_owner", PASSWORD)
                .locations("classpath:db/migration")
                .load()
                .migrate();
    }

    public static TestPostgres shared() {
        return SHARED;
    }

    public String url() {
        return server.getJdbcUrl("postgres", "postgres").replaceAll("\\?.*", "");
    }

    public Jdbi asSuperuser() {
        return Databases.jdbi(server.getPostgresDatabase());
    }

    public Jdbi as(String login) {
        return Databases.jdbi(server.getDatabase(login, "postgres"));
    }

    private void createRoles() {
        asSuperuser().useHandle(handle -> {
            handle.execute(rolesScript());
            for (var role : List.of("owner", "app", "staff", "worker")) {
                handle.execute("ALTER ROLE tenantlens_" + role + " PASSWORD '" + PASSWORD + "'");
            }
            handle.execute("GRANT CREATE, USAGE ON SCHEMA public TO tenantlens_owner");
        });
    }

    private static String rolesScript() {
        try (var script = Databases.class.getResourceAsStream("/db/roles.sql")) {
            if (script == null) {
                throw new IllegalStateException("db/roles.sql is not on the class path");
            }
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
