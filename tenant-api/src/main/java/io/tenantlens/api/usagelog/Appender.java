package io.tenantlens.api.usagelog;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntConsumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** One thread that commits whatever came while it committed the last time: the busier, the more batches share a commit. */
final class Appender {

    /** Inserts batches in one transaction. */
    interface Inserter {
        void insert(List<WriteBatch> batches);
    }

    private record Waiting(WriteBatch batch, int bytes, CompletableFuture<Void> done) {}

    private static final Logger LOG = Logger.getLogger(Appender.class);

    private final Inserter inserter;
    private final UsageLogConfig config;
    private final IntConsumer committed;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();
    private final ArrayDeque<Waiting> queue = new ArrayDeque<>();
    private long queuedBytes;
    private boolean open;
    private @Nullable Thread thread;

    Appender(Inserter inserter, UsageLogConfig config, IntConsumer committed) {
        this.inserter = inserter;
        this.config = config;
        this.committed = committed;
    }

    CompletionStage<Void> append(WriteBatch batch) {
        if (batch.isEmpty()) {
            return CompletableFuture.completedFuture(null);
        }
        var bytes = batch.bytes();
        lock.lock();
        try {
            if (!open) {
                return refused("this instance takes no data in");
            }
            if (queuedBytes + bytes > config.queueLimit().asLongValue() && !queue.isEmpty()) {
                return refused("too much waits for the database already");
            }
            var waiting = new Waiting(batch, bytes, new CompletableFuture<>());
            queue.add(waiting);
            queuedBytes += bytes;
            arrived.signal();
            return waiting.done;
        } finally {
            lock.unlock();
        }
    }

    void start() {
        lock.lock();
        try {
            if (!open) {
                open = true;
                thread = Thread.ofPlatform().name("usage-log-appender").start(this::run);
            }
        } finally {
            lock.unlock();
        }
    }

    void stop() {
        Thread running;
        lock.lock();
        try {
            open = false;
            arrived.signal();
            running = thread;
            thread = null;
        } finally {
            lock.unlock();
        }
        if (running != null) {
            join(running);
        }
    }

    private void run() {
        for (var group = next(); !group.isEmpty(); group = next()) {
            commit(group);
        }
    }

    /** Waits for batches; none means that the log was stopped and is empty. */
    private List<Waiting> next() {
        var group = new ArrayList<Waiting>();
        lock.lock();
        try {
            while (open && queue.isEmpty()) {
                arrived.awaitUninterruptibly();
            }
            var bytes = 0L;
            while (!queue.isEmpty()
                    && (group.isEmpty() || bytes < config.commitLimit().asLongValue())) {
                var waiting = queue.remove();
                bytes += waiting.bytes;
                group.add(waiting);
            }
            queuedBytes -= bytes;
        } finally {
            lock.unlock();
        }
        return group;
    }

    private void commit(List<Waiting> group) {
        try {
            inserter.insert(group.stream().map(Waiting::batch).toList());
        } catch (RuntimeException e) { // whatever it is, the thread must live to answer the next group
            LOG.warnf("usage log refused %d batches: %s", group.size(), e.getMessage());
            var unavailable = new LogUnavailableException("the database did not take the batch", e);
            group.forEach(waiting -> waiting.done.completeExceptionally(unavailable));
            return;
        }
        group.forEach(waiting -> waiting.done.complete(null));
        committed.accept(group.stream().mapToInt(w -> w.batch.samples()).sum());
    }

    private static CompletionStage<Void> refused(String why) {
        return CompletableFuture.failedFuture(new LogUnavailableException(why));
    }

    private static void join(Thread running) {
        try {
            running.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
