package io.tenantlens.standalone.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;

/** Keycloak with the demo realm, its data in a database of the embedded PostgreSQL. */
public final class KeycloakServer {

    static final String NAME = "Keycloak";

    /** Known, as all passwords of the demo realm are; everything listens on this machine only. */
    public static final String INGEST_SECRET = "demo";

    private static final String REALM = "deploy/keycloak/tenantlens-realm.json";

    /** What is fixed while building it for a fast start; a change of it builds anew. */
    private static final List<String> BUILD_OPTIONS = List.of(
            "--db=postgres",
            "--cache=local",
            "--health-enabled=false",
            "--metrics-enabled=false",
            "--features-disabled=kerberos");

    private final Home home;
    private final int port;
    private final Secrets secrets;
    private final String portalUrl;
    private final String databaseUrl;

    KeycloakServer(Home home, int port, Secrets secrets, String portalUrl, String databaseUrl) {
        this.home = home;
        this.port = port;
        this.secrets = secrets;
        this.portalUrl = portalUrl;
        this.databaseUrl = databaseUrl;
    }

    String issuer() {
        return "http://localhost:" + port + "/realms/tenantlens";
    }

    String tokenUrl() {
        return issuer() + "/protocol/openid-connect/token";
    }

    /** Unpacks and builds it once a data folder; then only lays the realm ready for the first start. */
    Part prepare(Progress progress) {
        var folder = home.programs().resolve("keycloak");
        var built = folder.resolve("built-for-tenantlens");
        try {
            if (!Files.exists(built) || !Files.readAllLines(built).equals(BUILD_OPTIONS)) {
                progress.say("Keycloak: unpacking and building it once (about 30 s)");
                Home.delete(folder);
                unpack(home.built("deploy/standalone/target/keycloak.zip"), folder);
                build(folder);
                Files.write(built, BUILD_OPTIONS);
            }
            var imports = Files.createDirectories(folder.resolve("data/import"));
            Files.copy(
                    home.built(REALM), imports.resolve("tenantlens-realm.json"), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new Failure("cannot unpack Keycloak into " + folder + ": " + e.getMessage(), e);
        }
        return new Part(
                NAME,
                port,
                home.log("keycloak"),
                command(folder, "start", "--optimized", "--import-realm"),
                environment(),
                () -> Web.answersOk(issuer() + "/.well-known/openid-configuration"),
                "TERM");
    }

    private void build(Path folder) {
        var arguments = new ArrayList<>(List.of("build"));
        arguments.addAll(BUILD_OPTIONS);
        if (!Tools.run(command(folder, arguments.toArray(String[]::new)), home.log("keycloak-build"))) {
            throw new Failure("Keycloak could not be built; see " + home.log("keycloak-build"));
        }
    }

    /** Its Java program itself instead of kc.sh, so that its process is the one that we watch. */
    private static List<String> command(Path folder, String... arguments) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms64m",
                "-Xmx384m",
                "-XX:MaxMetaspaceSize=256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-Dfile.encoding=UTF-8",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                        + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                "--add-opens=java.base/java.security=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED",
                "-Duser.language=en",
                "-Duser.country=US",
                "-Dkc.home.dir=" + folder,
                "-Djboss.server.config.dir=" + folder.resolve("conf"),
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Dpicocli.disable.closures=true",
                "-cp",
                folder.resolve("lib/quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint"));
        command.addAll(List.of(arguments));
        return command;
    }

    private Map<String, String> environment() {
        var environment = new HashMap<String, String>();
        environment.put("KC_CACHE", "local");
        environment.put("KC_HTTP_ENABLED", "true");
        environment.put("KC_HTTP_HOST", "127.0.0.1");
        environment.put("KC_HTTP_PORT", String.valueOf(port));
        environment.put("KC_HOSTNAME", "http://localhost:" + port);
        environment.put("KC_DB_URL", databaseUrl);
        environment.put("KC_DB_USERNAME", "keycloak");
        environment.put("KC_DB_PASSWORD", secrets.of("postgres.keycloak"));
        environment.put("KC_DB_POOL_MAX_SIZE", "10");
        environment.put("KC_BOOTSTRAP_ADMIN_USERNAME", "admin");
        environment.put("KC_BOOTSTRAP_ADMIN_PASSWORD", secrets.of("keycloak.admin"));
        environment.put("TENANTLENS_PORTAL_URL", portalUrl);
        environment.put("TENANTLENS_PORTAL_SECRET", secrets.of("oidc.portal"));
        environment.put("TENANTLENS_INGEST_SECRET", INGEST_SECRET);
        return environment;
    }

    private static void unpack(Path archive, Path folder) throws IOException {
        try (var zip = new ZipFile(archive.toFile())) {
            for (var entry : zip.stream().filter(entry -> !entry.isDirectory()).toList()) {
                var inside = Path.of(entry.getName());
                var target =
                        folder.resolve(inside.subpath(1, inside.getNameCount())).normalize();
                if (!target.startsWith(folder)) {
                    throw new IOException("the archive names a file outside its folder: " + entry.getName());
                }
                Files.createDirectories(target.getParent());
                try (var content = zip.getInputStream(entry)) {
                    Files.copy(content, target);
                }
            }
        }
    }
}
