package io.tenantlens.standalone.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The embedded PostgreSQL: durable settings, passwords for every login, this machine only. */
final class PostgresServer {

    static final String NAME = "PostgreSQL";

    /** What the server says when its files are not as it left them. */
    private static final Pattern DAMAGE = Pattern.compile(
            "PANIC|invalid|corrupt|checkpoint record|could not (open|read|locate)|not a valid data directory|does not"
                    + " contain");

    private static final List<String> LOGINS = List.of("owner", "app", "staff", "worker");

    /** Sized for two cores and a few gigabytes that are shared with the other parts. */
    private static final Map<String, String> SETTINGS = Map.ofEntries(
            Map.entry("listen_addresses", "127.0.0.1"),
            Map.entry("unix_socket_directories", ""),
            Map.entry("fsync", "on"),
            Map.entry("synchronous_commit", "on"),
            Map.entry("full_page_writes", "on"),
            Map.entry("wal_compression", "on"),
            Map.entry("shared_buffers", "256MB"),
            Map.entry("effective_cache_size", "1GB"),
            Map.entry("work_mem", "16MB"),
            Map.entry("maintenance_work_mem", "128MB"),
            Map.entry("max_wal_size", "2GB"),
            Map.entry("min_wal_size", "256MB"),
            Map.entry("checkpoint_timeout", "15min"),
            Map.entry("max_connections", "100"),
            Map.entry("jit", "off"),
            Map.entry("timezone", "UTC"),
            Map.entry("log_timezone", "UTC"),
            Map.entry("log_checkpoints", "off"));

    private final Home home;
    private final int port;
    private final Secrets secrets;

    PostgresServer(Home home, int port, Secrets secrets) {
        this.home = home;
        this.port = port;
        this.secrets = secrets;
    }

    /** Unpacks the programs and creates the data folder where either is missing. */
    Part prepare() {
        var programs = PostgresPrograms.unpack(home);
        var data = home.postgresData();
        if (!Files.exists(data.resolve("PG_VERSION"))) {
            initialise(programs, data);
        }
        programs.user().own(data);
        var arguments = new ArrayList<>(List.of("-D", data.toString(), "-p", String.valueOf(port)));
        SETTINGS.forEach((name, value) -> arguments.addAll(List.of("-c", name + "=" + value)));
        return new Part(
                NAME,
                port,
                home.log("postgres"),
                programs.call("postgres", arguments.toArray(String[]::new)),
                Map.of("LC_ALL", "C"),
                this::accepts,
                "INT");
    }

    /** Says what to do where the server did not start because its files are damaged. */
    Failure explained(Failure refused) {
        var said = String.valueOf(refused.getMessage());
        return DAMAGE.matcher(said).find()
                ? new Failure("the database folder " + home.postgresData()
                        + " is damaged: restore a backup, or start over with --fresh. " + said)
                : refused;
    }

    private void initialise(PostgresPrograms programs, Path data) {
        if (Files.exists(data)) {
            throw new Failure("the database folder " + data + " is damaged (no PG_VERSION): restore a backup, or start "
                    + "over with --fresh");
        }
        var passwordFile = home.folder().resolve("initdb.password");
        try {
            PropertyFile.writePrivately(passwordFile, secrets.of("postgres.superuser"));
            Files.createDirectory(
                    data, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            programs.user().own(passwordFile);
            programs.user().own(data);
            var initdb = programs.call(
                    "initdb",
                    "-D",
                    data.toString(),
                    "-U",
                    "postgres",
                    "--auth=scram-sha-256",
                    "--pwfile=" + passwordFile,
                    "--encoding=UTF8",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8",
                    "--locale=C");
            if (!Tools.run(initdb, home.log("initdb"))) {
                Home.delete(data);
                throw new Failure("PostgreSQL could not create its data folder; see " + home.log("initdb"));
            }
            Files.delete(passwordFile);
        } catch (IOException e) {
            throw new Failure("cannot create the database in " + data + ": " + e.getMessage(), e);
        }
    }

    /** The logins with this installation's passwords, and the two databases. */
    void createDatabases() {
        try (var server = connect("postgres");
                var statement = server.createStatement()) {
            statement.execute(rolesScript());
            for (var login : LOGINS) {
                statement.execute("ALTER ROLE tenantlens_" + login + " PASSWORD '" + password(login) + "'");
            }
            if (!has(server, "SELECT FROM pg_roles WHERE rolname = 'keycloak'")) {
                statement.execute("CREATE ROLE keycloak LOGIN");
            }
            statement.execute("ALTER ROLE keycloak PASSWORD '" + password("keycloak") + "'");
            createDatabase(server, "keycloak", "keycloak");
            createDatabase(server, "tenantlens", "tenantlens_owner");
        } catch (SQLException e) {
            throw new Failure("cannot set up the database: " + e.getMessage(), e);
        }
    }

    private static void createDatabase(Connection server, String name, String owner) throws SQLException {
        if (!has(server, "SELECT FROM pg_database WHERE datname = '" + name + "'")) {
            try (var statement = server.createStatement()) {
                statement.execute("CREATE DATABASE " + name + " OWNER " + owner);
                statement.execute("REVOKE CONNECT ON DATABASE " + name + " FROM PUBLIC");
                if (owner.startsWith("tenantlens")) {
                    statement.execute("GRANT CONNECT ON DATABASE " + name
                            + " TO tenantlens_app, tenantlens_staff, tenantlens_worker");
                }
            }
        }
    }

    private static boolean has(Connection server, String query) throws SQLException {
        try (var statement = server.createStatement();
                var rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }

    String password(String login) {
        return secrets.of("postgres." + login);
    }

    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    private boolean accepts() {
        try (var connection = connect("postgres")) {
            return connection.isValid(2);
        } catch (SQLException _) {
            return false;
        }
    }

    /** A connection to the server of the instance that runs, outside its databases. */
    static Connection connectToRunning(Home home) {
        var port = RunState.ofReady(home)
                .service(NAME)
                .orElseThrow(() -> new Failure(NAME + " does not run; see ./tenantlens status"))
                .port();
        try {
            return new PostgresServer(home, port, Secrets.of(home)).connect("postgres");
        } catch (SQLException e) {
            throw new Failure("cannot connect to the database: " + e.getMessage(), e);
        }
    }

    /** As the superuser. */
    Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(
                url(database) + "?connectTimeout=5", "postgres", secrets.of("postgres.superuser"));
    }

    private static String rolesScript() {
        try (var script = PostgresServer.class.getResourceAsStream("/db/roles.sql")) {
            if (script == null) {
                throw new Failure("db/roles.sql is missing in the build: run ./mvnw -DskipTests package");
            }
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new Failure("cannot read db/roles.sql: " + e.getMessage(), e);
        }
    }
}
