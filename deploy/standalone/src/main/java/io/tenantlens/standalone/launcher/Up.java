package io.tenantlens.standalone.launcher;

import io.tenantlens.standalone.demo.DemoPlatform;
import io.tenantlens.standalone.launcher.Ports.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** {@code up}: starts everything, tells where it is, and keeps it running until it is told to stop. */
final class Up {

    private final Home home;
    private final UpOptions options;
    private final Progress progress = new Progress(System.out);

    Up(Home home, UpOptions options) {
        this.home = home;
        this.options = options;
    }

    void run() {
        home.create();
        var first = options.fresh() || !Files.exists(home.postgresData());
        try (var _ = InstanceLock.take(home)) {
            var left = Leftovers.stop(home);
            if (!left.isEmpty()) {
                progress.say("stopped what an earlier start left behind: " + String.join(", ", left));
            }
            if (options.fresh()) {
                progress.say("dropping the data in " + home.folder());
                home.dropData();
            }
            startAndWatch(first);
        } catch (IOException e) {
            throw new Failure("cannot release the data folder: " + e.getMessage(), e);
        }
    }

    private void startAndWatch(boolean first) {
        var portFile = new PropertyFile(home.ports());
        var ports = Ports.choose(options.port(), portFile.read());
        portFile.write(ports.asProperties());
        var stack = new Stack(home, progress, Portal.url(ports));
        var stopOnSignal = new Thread(stack::stop, "stop");
        Runtime.getRuntime().addShutdownHook(stopOnSignal);
        try {
            start(stack, ports);
            stack.markReady();
            announce(ports, first);
            stack.watch();
        } catch (Failure e) {
            if (!stack.isStopping()) {
                throw e;
            }
        } finally {
            stack.stop();
        }
    }

    private void start(Stack stack, Ports ports) {
        var secrets = Secrets.of(home);
        var database = new PostgresServer(home, ports.of(Service.POSTGRES), secrets);
        var identity = new KeycloakServer(
                home, ports.of(Service.KEYCLOAK), secrets, Portal.url(ports), database.url("keycloak"));
        var monitoring = new Monitoring(home, ports, secrets, identity);

        var identityPart = CompletableFuture.supplyAsync(() -> identity.prepare(progress));
        var monitoringParts = CompletableFuture.supplyAsync(() -> monitoring.prepare(progress));
        progress.say("starting PostgreSQL");
        startDatabase(stack, database);
        var mail = new MailCatcher(home, ports.of(Service.SMTP));
        mail.start();
        stack.add(MailCatcher.NAME, ports.of(Service.SMTP), mail);
        var messages = new MessageCatcher(home, ports.of(Service.MESSAGES));
        messages.start();
        stack.add(MessageCatcher.NAME, ports.of(Service.MESSAGES), messages);

        var portal = new Portal(home, ports, secrets, database, identity);
        var portalReady = CompletableFuture.runAsync(() -> stack.start(portal.prepare()));
        var identityReady = identityPart.thenAccept(stack::start);
        awaitBoth(portalReady, identityReady);
        stack.add(Portal.MANAGEMENT, ports.of(Service.MANAGEMENT), () -> {});
        await(monitoringParts);
        var parts = monitoringParts.join();
        if (options.empty()) {
            parts.forEach(stack::start);
            return;
        }
        var byItself = parts.stream().noneMatch(part -> part.name().equals(Monitoring.PROMETHEUS));
        var demo = startDemo(stack, ports, identity, byItself);
        parts.forEach(stack::start);
        new CatchUp(database, progress).await();
        tryDemo("could not invoice its past months", demo::closeMonths);
    }

    private static void startDatabase(Stack stack, PostgresServer database) {
        try {
            stack.start(database.prepare());
        } catch (Failure e) {
            throw database.explained(e);
        }
        database.createDatabases();
    }

    private DemoPlatform startDemo(Stack stack, Ports ports, KeycloakServer identity, boolean writeByItself) {
        var demo = new DemoPlatform(
                URI.create(Portal.url(ports)),
                URI.create(identity.tokenUrl()),
                KeycloakServer.INGEST_SECRET,
                home.demoWorld(),
                home.demoFaults(),
                Clock.systemUTC(),
                progress::say);
        stack.add("Demo", ports.of(Service.DEMO), demo);
        tryDemo(
                "did not start",
                () -> demo.start(options.tenants(), options.days(), ports.of(Service.DEMO), writeByItself));
        return demo;
    }

    /** Something that the demo platform does over the network. */
    private interface DemoStep {
        void run() throws IOException, InterruptedException;
    }

    /** A demo that fails leaves a portal that works, so it is told and not fatal. */
    private void tryDemo(String failure, DemoStep step) {
        try {
            step.run();
        } catch (IOException | UncheckedIOException e) {
            progress.say("the demo platform " + failure + ": " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("interrupted", e);
        }
    }

    /** Fails as soon as one of them fails. */
    private static void awaitBoth(CompletableFuture<?> one, CompletableFuture<?> other) {
        await(CompletableFuture.anyOf(one, other));
        await(CompletableFuture.allOf(one, other));
    }

    private static void await(CompletableFuture<?> work) {
        try {
            work.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof Failure failure) {
                throw failure;
            }
            throw e;
        }
    }

    private void announce(Ports ports, boolean first) {
        progress.say((first ? "first start: " : "") + "everything is up after " + Progress.seconds(progress.elapsed())
                + " s; data in " + home.folder());
        progress.plain("""

            Open %s and sign in (every password is 'demo'):
              amina   tenant-admin    dhaka-books         rafiq   staff-sre
              babul   tenant-billing  dhaka-books         farida  staff-finance
              chitra  tenant-viewer   sylhet-tea          sumon   staff-support
              dipu    tenant-admin    sylhet-tea and      nasrin  staff-admin
                                      khulna-fish         audit   staff-auditor
            Ctrl-C stops it; ./tenantlens status tells what runs where.
            """.formatted(Portal.url(ports)));
    }
}
