package io.tenantlens.standalone.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlertRoutingFileTest {

    @TempDir
    Path folder;

    @Test
    void write_keepsTheShippedRoutesAndLeadsNowhereElse() throws IOException {
        var home = new Home(folder, Path.of("..", "..").toAbsolutePath().normalize());
        var ports = Ports.choose(aFreePort(), new Properties());

        var file = new AlertRouting(home, ports, Secrets.of(home)).write();

        assertThat(Files.readString(file))
                .contains("receiver: pager-duty", "continue: true", "inhibit_rules:")
                .contains(Portal.url(ports) + "/internal/tenant-alerts", folder + "/alertmanager/webhook-secret")
                .doesNotContain("https://", "/etc/", ":8080/");
        assertThat(Files.readString(folder.resolve("alertmanager/webhook-secret")))
                .isEqualTo(Secrets.of(home).of("alertmanager.webhook"));
    }

    @Test
    void shippedFileOfAnotherForm_isRefused() {
        assertThatThrownBy(() -> AlertRouting.adapted("route: {}", Map.of("/etc/", "/here/")))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("/etc/");
    }

    @Test
    void messageToSlack_isLeftAsAFile() throws Exception {
        var home = new Home(folder, folder);
        int port = aFreePort();
        try (var messages = new MessageCatcher(home, port);
                var client = HttpClient.newHttpClient()) {
            messages.start();
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + MessageCatcher.SLACK))
                    .POST(BodyPublishers.ofString("{\"text\":\"hello\"}"))
                    .build();

            assertThat(client.send(request, BodyHandlers.ofString()).statusCode())
                    .isEqualTo(200);
        }

        try (var files = Files.list(home.messages())) {
            assertThat(files).singleElement().satisfies(file -> {
                assertThat(file.getFileName().toString()).startsWith("slack-").endsWith(".json");
                assertThat(file).hasContent("{\"text\":\"hello\"}");
            });
        }
    }

    private static int aFreePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
