package io.tenantlens.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** The whole product as {@code ./tenantlens up --empty} starts it, once for all tests of a run. */
final class Stack implements BeforeAllCallback, ParameterResolver {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Path HOME = Path.of("target", "stack").toAbsolutePath();
    private static final Namespace SHARED = Namespace.create(Stack.class);

    @Override
    public void beforeAll(ExtensionContext context) {
        running(context);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Running.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return running(context);
    }

    private static Running running(ExtensionContext context) {
        return context.getRoot().getStore(SHARED).computeIfAbsent(Running.class, _ -> start(), Running.class);
    }

    private static Running start() {
        launcher("up", "--detach", "--empty", "--fresh", "--port", String.valueOf(freePort()));
        return new Running(status());
    }

    /** As the command tells it now: a part that was started again has another process. */
    private static JsonNode status() {
        try {
            return new ObjectMapper().readTree(launcher("status", "--json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String launcher(String... arguments) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                ROOT.resolve("deploy/standalone/target/standalone.jar").toString()));
        command.addAll(List.of(arguments));
        try {
            Files.createDirectories(HOME);
            var output = HOME.resolveSibling("launcher-" + arguments[0] + ".log");
            var builder = new ProcessBuilder(command)
                    .redirectOutput(output.toFile())
                    .redirectError(ProcessBuilder.Redirect.INHERIT);
            builder.environment().put("TENANTLENS_ROOT", ROOT.toString());
            builder.environment().put("TENANTLENS_HOME", HOME.toString());
            var process = builder.start();
            if (!process.waitFor(5, TimeUnit.MINUTES) || process.exitValue() != 0) {
                process.destroy();
                throw new IllegalStateException("launcher " + arguments[0] + " failed: " + Files.readString(output));
            }
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the running parts are. */
    record Running(JsonNode started) implements AutoCloseable {

        URI portal(String path) {
            return URI.create(started.required("url").asText() + path);
        }

        URI tokenUrl() {
            return keycloak("/realms/tenantlens/protocol/openid-connect/token");
        }

        URI keycloak(String path) {
            return URI.create(
                    "http://localhost:" + service("Keycloak").required("port").asInt() + path);
        }

        /** The password of Keycloak's own administrator. */
        String keycloakPassword() {
            var secrets = new Properties();
            try (var reader = Files.newBufferedReader(HOME.resolve("secrets.properties"))) {
                secrets.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return secrets.getProperty("keycloak.admin");
        }

        ProcessHandle portalProcess() {
            return ProcessHandle.of(service(status(), "Portal").required("pid").asLong())
                    .orElseThrow();
        }

        private JsonNode service(String name) {
            return service(started, name);
        }

        private static JsonNode service(JsonNode status, String name) {
            for (var service : status.required("services")) {
                if (service.required("name").asText().equals(name)) {
                    return service;
                }
            }
            throw new IllegalStateException(name + " is not in " + status);
        }

        @Override
        public void close() {
            launcher("down");
        }
    }
}
