package io.tenantlens.standalone.launcher;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The portal itself, configured by its environment as in any other installation. */
final class Portal {

    static final String NAME = "Portal";

    /** Where the portal answers operators: metrics. A port of its own, so that it can stay inside. */
    static final String MANAGEMENT = "Management";

    private static final String JAR = "portal-web/target/quarkus-app/quarkus-run.jar";

    private final Home home;
    private final Ports ports;
    private final Secrets secrets;
    private final PostgresServer database;
    private final KeycloakServer identity;

    Portal(Home home, Ports ports, Secrets secrets, PostgresServer database, KeycloakServer identity) {
        this.home = home;
        this.ports = ports;
        this.secrets = secrets;
        this.database = database;
        this.identity = identity;
    }

    static String url(Ports ports) {
        return "http://localhost:" + ports.of(Ports.Service.PORTAL);
    }

    Part prepare() {
        return new Part(
                NAME,
                ports.of(Ports.Service.PORTAL),
                home.log("portal"),
                command(),
                environment(),
                () -> Web.answersOk(url(ports) + "/q/health/ready"),
                "TERM");
    }

    private List<String> command() {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx768m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager"));
        var more = System.getenv().getOrDefault("TENANTLENS_PORTAL_OPTIONS", "").strip();
        if (!more.isEmpty()) {
            command.addAll(List.of(more.split("\\s+", -1)));
        }
        command.addAll(List.of("-jar", home.built(JAR).toString()));
        return command;
    }

    private Map<String, String> environment() {
        var environment = new HashMap<String, String>();
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_HTTP_PORT", String.valueOf(ports.of(Ports.Service.PORTAL)));
        environment.put("QUARKUS_MANAGEMENT_HOST", "127.0.0.1");
        environment.put("QUARKUS_MANAGEMENT_PORT", String.valueOf(ports.of(Ports.Service.MANAGEMENT)));
        environment.put("TENANTLENS_DATABASE_URL", database.url("tenantlens"));
        for (var login : List.of("owner", "app", "staff", "worker")) {
            environment.put("TENANTLENS_DATABASE_PASSWORD_" + login.toUpperCase(Locale.ROOT), database.password(login));
        }
        environment.put("TENANTLENS_IDENTITY_URL", identity.issuer());
        environment.put("TENANTLENS_IDENTITY_CLIENT_SECRET", secrets.of("oidc.portal"));
        environment.put("TENANTLENS_SESSION_SECRET", secrets.of("session"));
        environment.put("TENANTLENS_SESSION_SECURE_COOKIES", "false");
        // a fold of the demo history must fit into the heap beside everything else
        environment.put("TENANTLENS_FOLD_BATCH_LIMIT", "1M");
        environment.put("TENANTLENS_AUDIT_ANCHOR_FILE", home.auditAnchors().toString());
        environment.put("TENANTLENS_MAIL_HOST", "127.0.0.1");
        environment.put("TENANTLENS_MAIL_PORT", String.valueOf(ports.of(Ports.Service.SMTP)));
        environment.put("TENANTLENS_ALERTS_WEBHOOK_SECRET", secrets.of("alertmanager.webhook"));
        environment.put("TENANTLENS_PUBLIC_URL", url(ports));
        environment.put("TENANTLENS_PROMETHEUS_URL", "http://127.0.0.1:" + ports.of(Ports.Service.PROMETHEUS));
        environment.put("TENANTLENS_ALERTMANAGER_URL", "http://127.0.0.1:" + ports.of(Ports.Service.ALERTMANAGER));
        return environment;
    }
}
