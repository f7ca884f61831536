package io.tenantlens.standalone.launcher;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** All that {@code up} has started: watched while it runs, stopped in the opposite order. */
final class Stack {

    private static final int RESTARTS = 3;
    private static final Duration RESTART_WINDOW = Duration.ofMinutes(10);

    /** Something inside the launcher's own process. */
    private record Inner(String name, int port, AutoCloseable service) {}

    private final Home home;
    private final Progress progress;
    private final String url;
    private final List<Running> running = new ArrayList<>();
    private final List<Inner> inner = new ArrayList<>();
    private final ConcurrentHashMap<String, Deque<Instant>> restarts = new ConcurrentHashMap<>();

    private final Object stopped = new Object();

    private boolean ready;
    private boolean stopping;

    Stack(Home home, Progress progress, String url) {
        this.home = home;
        this.progress = progress;
        this.url = url;
    }

    /** Starts a program and returns once it is ready. */
    void start(Part part) {
        var begun = progress.elapsed();
        var started = add(part);
        started.awaitReady();
        var took = Progress.seconds(progress.elapsed().minus(begun));
        progress.say(part.name() + " ready on port " + part.port() + " after " + took + " s");
    }

    private synchronized Running add(Part part) {
        if (stopping) {
            throw new Failure("stopped while starting");
        }
        var started = Running.start(part);
        running.add(started);
        writeState();
        return started;
    }

    synchronized void add(String name, int port, AutoCloseable service) {
        inner.add(new Inner(name, port, service));
        writeState();
    }

    synchronized void markReady() {
        ready = true;
        writeState();
    }

    /** Whether what now fails does so because all is being stopped. */
    synchronized boolean isStopping() {
        return stopping;
    }

    private void writeState() {
        var self = ProcessHandle.current();
        var since = self.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
        var entries = new ArrayList<RunState.Entry>();
        running.forEach(part -> entries.add(part.entry()));
        inner.forEach(part -> entries.add(new RunState.Entry(part.name, self.pid(), since, part.port, "")));
        new RunState(self.pid(), url, ready, entries).write(home);
    }

    /** Starts what ends again; returns only by failing, when a part does not stay up. */
    void watch() {
        while (true) {
            CompletableFuture.anyOf(snapshot().stream()
                            .map(part -> part.process().onExit())
                            .toArray(CompletableFuture[]::new))
                    .join();
            for (var part : snapshot()) {
                if (!part.process().isAlive()) {
                    restart(part);
                }
            }
        }
    }

    private synchronized List<Running> snapshot() {
        return List.copyOf(running);
    }

    private void restart(Running ended) {
        var name = ended.part().name();
        synchronized (this) {
            if (stopping) {
                throw new Failure("stopped");
            }
            running.remove(ended);
        }
        var recent = restarts.computeIfAbsent(name, _ -> new ArrayDeque<>());
        recent.removeIf(at -> at.isBefore(Instant.now().minus(RESTART_WINDOW)));
        recent.add(Instant.now());
        var how = name + " ended with code " + ended.process().exitValue() + " (" + ended.lastWords() + ")";
        if (recent.size() > RESTARTS) {
            throw new Failure(how + " again and again; see " + ended.part().log());
        }
        progress.say(how + ": starting it again");
        start(ended.part());
    }

    /** Stops everything, the database last; whoever else asks meanwhile returns when it is done. */
    void stop() {
        synchronized (stopped) {
            List<Running> programs;
            List<Inner> services;
            synchronized (this) {
                if (stopping) {
                    return;
                }
                stopping = true;
                programs = List.copyOf(running).reversed();
                services = List.copyOf(inner).reversed();
            }
            services.forEach(Stack::close);
            var users = programs.stream()
                    .filter(part -> !part.part().name().equals(PostgresServer.NAME))
                    .map(part -> Thread.ofPlatform().start(part::stop))
                    .toList();
            users.forEach(Stack::join);
            programs.forEach(Running::stop);
            progress.say("stopped");
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static void close(Inner part) {
        try {
            part.service.close();
        } catch (Exception e) {
            System.err.println("tenantlens: " + part.name + " did not stop in order: " + e.getMessage());
        }
    }
}
