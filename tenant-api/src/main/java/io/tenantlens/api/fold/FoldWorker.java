package io.tenantlens.api.fold;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.tenantlens.api.database.WorkerDatabase;
import io.tenantlens.api.instance.Roles;
import io.tenantlens.api.meter.MeterCatalogue;
import io.tenantlens.api.series.Shards;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.jboss.logging.Logger;

/**
 * Folds all shards, each again at once while it has more, else after an interval; a few at a time, so that one computes while
 * another waits for the database. Several instances share the shards.
 */
@Singleton
public class FoldWorker {

    private static final Logger LOG = Logger.getLogger(FoldWorker.class);
    private static final int REST = 9;

    private final WorkerDatabase database;
    private final MeterCatalogue catalogue;
    private final Shards shards;
    private final FoldConfig config;
    private final FoldMetrics metrics;
    private final Partitions partitions;
    private final Retention retention;
    private final Semaphore turns;
    private final List<Thread> threads = new ArrayList<>();
    private List<ShardFolder> folders = List.of();
    private volatile boolean open;

    @Inject
    FoldWorker(
            WorkerDatabase database,
            MeterCatalogue catalogue,
            Shards shards,
            FoldConfig config,
            Partitions partitions,
            Retention retention,
            MeterRegistry registry) {
        this.database = database;
        this.catalogue = catalogue;
        this.shards = shards;
        this.config = config;
        this.metrics = new FoldMetrics(registry);
        this.partitions = partitions;
        this.retention = retention;
        this.turns = new Semaphore(config.threads(), true);
    }

    void start(@Observes StartupEvent event, Roles roles) {
        if (roles.works()) {
            start();
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stop();
    }

    /** For programs without injection, such as tests. */
    public synchronized void start() {
        if (!open) {
            open = true;
            for (var shard = 0; shard < shards.count(); shard++) {
                var number = shard;
                threads.add(Thread.ofPlatform().name("usage-fold-" + number).start(() -> run(number)));
            }
        }
    }

    /** Ends after the transactions that are under way. */
    public synchronized void stop() throws InterruptedException {
        open = false;
        threads.forEach(Thread::interrupt);
        for (var thread : threads) {
            thread.join();
        }
        threads.clear();
    }

    /** Folds all that is in the log now, on the caller's thread; a shard that fails does not keep the ones after it waiting. */
    public void foldAll() {
        RuntimeException failure = null;
        for (var folder : folders()) {
            try {
                while (fold(folder)) {
                    LOG.debug("more to fold");
                }
            } catch (RuntimeException e) {
                failure = e;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    private void run(int shard) {
        while (open) {
            try {
                var begun = System.nanoTime();
                if (!foldInTurn(shard)) {
                    Thread.sleep(rest(Duration.ofNanos(System.nanoTime() - begun), config));
                }
            } catch (InterruptedException _) {
                return;
            } catch (RuntimeException e) {
                LOG.warnf(e, "fold failed and starts again: %s", e.getMessage());
                pause();
            }
        }
    }

    /** Much of what a fold costs is the same for many samples as for few, so the longer one takes, the more the next has to do. */
    static Duration rest(Duration took, FoldConfig config) {
        var wanted = took.multipliedBy(REST);
        if (wanted.compareTo(config.interval()) < 0) {
            return config.interval();
        }
        return wanted.compareTo(config.longestInterval()) < 0 ? wanted : config.longestInterval();
    }

    private boolean foldInTurn(int shard) throws InterruptedException {
        turns.acquire();
        try {
            return fold(folders().get(shard));
        } finally {
            turns.release();
        }
    }

    /** Whether there is more. */
    private boolean fold(ShardFolder folder) {
        try {
            return folder.fold() == ShardFolder.Outcome.FOLDED;
        } finally {
            metrics.lag(folders.stream().mapToLong(ShardFolder::lagMillis).max().orElse(0));
        }
    }

    private synchronized List<ShardFolder> folders() {
        if (folders.isEmpty()) {
            var all = new ArrayList<ShardFolder>();
            for (var shard = 0; shard < shards.count(); shard++) {
                all.add(new ShardFolder(database, catalogue, shards, partitions, retention, config, metrics, shard));
            }
            database.useTransaction(handle -> handle.execute(
                    "INSERT INTO fold_progress (shard) SELECT generate_series(0, ? - 1) ON CONFLICT DO NOTHING",
                    shards.count()));
            folders = all;
        }
        return folders;
    }

    private static void pause() {
        try {
            Thread.sleep(1_000);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
