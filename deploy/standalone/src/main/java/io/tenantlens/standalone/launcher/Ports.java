package io.tenantlens.standalone.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Which service listens where.
 *
 * <p>A port stays with its instance from start to start, since users are known by an issuer URL that contains one.
 * New ports are taken below the range from which the system hands out its own, so that no client holds one by chance.
 */
record Ports(Map<Service, Integer> byService) {

    enum Service {
        PORTAL,
        MANAGEMENT,
        POSTGRES,
        KEYCLOAK,
        SMTP,
        PROMETHEUS,
        ALERTMANAGER,
        MESSAGES,
        DEMO;

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final int HIGHEST = 65_535;

    int of(Service service) {
        var port = byService.get(service);
        if (port == null) {
            throw new IllegalStateException("no port was chosen for " + service);
        }
        return port;
    }

    static Ports choose(int portal, Properties remembered) {
        if (!isFree(portal)) {
            throw new Failure("port " + portal + " is in use by another program; choose another with --port N");
        }
        var chosen = new EnumMap<Service, Integer>(Service.class);
        chosen.put(Service.PORTAL, portal);
        for (var service : Service.values()) {
            if (service != Service.PORTAL) {
                chosen.put(service, portOf(service, remembered, chosen));
            }
        }
        return new Ports(chosen);
    }

    Properties asProperties() {
        var properties = new Properties();
        byService.forEach((service, port) -> properties.setProperty(service.key(), String.valueOf(port)));
        return properties;
    }

    private static int portOf(Service service, Properties remembered, Map<Service, Integer> taken) {
        var port = remembered(service, remembered);
        while (port == 0 || taken.containsValue(port) || !isFree(port)) {
            port = ThreadLocalRandom.current().nextInt(20_000, 30_000);
        }
        return port;
    }

    /** What is no port was not written by us; another one is taken. */
    static int remembered(Service service, Properties file) {
        var text = file.getProperty(service.key(), "0");
        return text.matches("[0-9]{1,5}") && Integer.parseInt(text) <= HIGHEST ? Integer.parseInt(text) : 0;
    }

    static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException _) {
            return false;
        }
    }
}
