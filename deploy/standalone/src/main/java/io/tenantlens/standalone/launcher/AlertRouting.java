package io.tenantlens.standalone.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Alertmanager's configuration of this instance: the shipped one with this portal's address and secret, and with Slack and
 * PagerDuty on this machine, so that nothing of a demo goes out.
 */
final class AlertRouting {

    private static final String SHIPPED = "deploy/alertmanager/alertmanager.yml";

    private final Home home;
    private final Ports ports;
    private final Secrets secrets;

    AlertRouting(Home home, Ports ports, Secrets secrets) {
        this.home = home;
        this.ports = ports;
        this.secrets = secrets;
    }

    /** Writes the file and the secrets that it refers to. */
    Path write() {
        var folder = home.alertmanagerData();
        var messages = "http://127.0.0.1:" + ports.of(Ports.Service.MESSAGES);
        try {
            Files.createDirectories(folder);
            PropertyFile.writePrivately(folder.resolve("slack-url"), messages + MessageCatcher.SLACK);
            PropertyFile.writePrivately(folder.resolve("pagerduty-key"), "demo");
            PropertyFile.writePrivately(folder.resolve("webhook-secret"), secrets.of("alertmanager.webhook"));
            var shipped = Files.readString(home.root().resolve(SHIPPED));
            PropertyFile.writePrivately(
                    folder.resolve("alertmanager.yml"),
                    adapted(
                            shipped,
                            Map.of(
                                    "http://127.0.0.1:8080/", Portal.url(ports) + "/",
                                    "https://events.pagerduty.com/v2/enqueue", messages + MessageCatcher.PAGER_DUTY,
                                    "/etc/alertmanager/secrets/", folder + "/")));
            return folder.resolve("alertmanager.yml");
        } catch (IOException e) {
            throw new Failure("cannot write Alertmanager's configuration to " + folder + ": " + e.getMessage(), e);
        }
    }

    /** What is to be replaced and is not there would leave a demo that talks to others. */
    static String adapted(String shipped, Map<String, String> changes) {
        var missing = changes.keySet().stream()
                .filter(text -> !shipped.contains(text))
                .toList();
        if (!missing.isEmpty()) {
            throw new Failure(SHIPPED + " does not contain " + missing);
        }
        var text = shipped;
        for (var change : changes.entrySet()) {
            text = text.replace(change.getKey(), change.getValue());
        }
        return text;
    }
}
