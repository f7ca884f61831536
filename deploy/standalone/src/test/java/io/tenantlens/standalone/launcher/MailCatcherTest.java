package io.tenantlens.standalone.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailCatcherTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void mails_areLeftInAFileEachAndNotKeptInMemory() throws IOException {
        var home = new Home(folder, folder);
        var smtp = new ServerSetup(freePort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
        try (var catcher = new MailCatcher(home, smtp.getPort())) {
            catcher.start();
            GreenMailUtil.sendTextEmail("amina@acorn.example", "portal@example.com", "October", "Report", smtp);
            catcher.keepNew();
            GreenMailUtil.sendTextEmail("rafiq@acorn.example", "portal@example.com", "October", "Report", smtp);
            catcher.keepNew();

            assertThat(catcher.inMemory()).isZero();
        }

        try (var files = Files.list(home.mail())) {
            assertThat(files)
                    .hasSize(2)
                    .allSatisfy(file -> assertThat(file).content().contains("Subject: October"));
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
