package io.tenantlens.standalone.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantlens.standalone.launcher.Ports.Service;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void choose_staysBelowTheSystemsOwnRangeAndRepeatsNone() throws IOException {
        var ports = Ports.choose(aFreePort(), new Properties());

        assertThat(ports.byService()).hasSize(Service.values().length);
        assertThat(ports.byService().values()).doesNotHaveDuplicates();
        assertThat(ports.of(Service.KEYCLOAK)).isBetween(20_000, 29_999);
    }

    @Test
    void choose_keepsWhatWasChosenBefore() throws IOException {
        var portal = aFreePort();
        var first = Ports.choose(portal, new Properties());

        assertThat(Ports.choose(portal, first.asProperties())).isEqualTo(first);
    }

    @Test
    void choose_movesAServiceWhosePortWasTaken() throws IOException {
        var portal = aFreePort();
        var first = Ports.choose(portal, new Properties());
        try (var taken = listenOn(first.of(Service.SMTP))) {
            var second = Ports.choose(portal, first.asProperties());

            assertThat(second.of(Service.SMTP)).isNotEqualTo(taken.getLocalPort());
            assertThat(second.of(Service.KEYCLOAK)).isEqualTo(first.of(Service.KEYCLOAK));
        }
    }

    @Test
    void choose_refusesAPortalPortThatIsInUse() throws IOException {
        try (var taken = listenOn(0)) {
            assertThatThrownBy(() -> Ports.choose(taken.getLocalPort(), new Properties()))
                    .isInstanceOf(Failure.class)
                    .hasMessageContaining("port " + taken.getLocalPort() + " is in use");
        }
    }

    private static int aFreePort() throws IOException {
        try (var socket = listenOn(0)) {
            return socket.getLocalPort();
        }
    }

    private static ServerSocket listenOn(int port) throws IOException {
        return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
    }
}
