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
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Folds all shards in turn, again at once while there is more, else once an interval. Several instances share the shards. */
@Singleton
public class FoldWorker {

    private static final Logger LOG = Logger.getLogger(FoldWorker.class);

    private final WorkerDatabase database;
    private final MeterCatalogue catalogue;
    private final Shards shards;
    private final FoldConfig config;
    private final FoldMetrics metrics;
    private final Partitions partitions;
    private List<ShardFolder> folders = List.of();
    private volatile boolean open;
    private @Nullable Thread thread;

    @Inject
    FoldWorker(
            WorkerDatabase database,
            MeterCatalogue catalogue,
            Shards shards,
            FoldConfig config,
            Partitions partitions,
            MeterRegistry registry) {
        this.database = database;
        this.catalogue = catalogue;
        this.shards = shards;
        this.config = config;
        this.metrics = new FoldMetrics(registry);
        this.partitions = partitions;
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
            thread = Thread.ofPlatform().name("usage-fold").start(this::run);
        }
    }

    /** Ends after the transaction that is under way. */
    public synchronized void stop() throws InterruptedException {
        open = false;
        if (thread != null) {
            thread.interrupt();
            thread.join();
            thread = null;
        }
    }

    /** Folds all that is in the log now, on the caller's thread. */
    public void foldAll() {
        while (foldOnce()) {
            LOG.debug("more to fold");
        }
    }

    private void run() {
        while (open) {
            try {
                if (!foldOnce()) {
                    Thread.sleep(config.interval());
                }
            } catch (InterruptedException _) {
                return;
            } catch (RuntimeException e) {
                LOG.warnf(e, "fold failed and starts again: %s", e.getMessage());
                pause();
            }
        }
    }

    /** A shard that fails does not keep the ones after it waiting; its failure is thrown when they are done. */
    private boolean foldOnce() {
        var more = false;
        var lag = 0L;
        RuntimeException failure = null;
        for (var folder : folders()) {
            try {
                more |= folder.fold() == ShardFolder.Outcome.FOLDED;
            } catch (RuntimeException e) {
                failure = e;
            }
            lag = Math.max(lag, folder.lagMillis());
        }
        metrics.lag(lag);
        if (failure != null) {
            throw failure;
        }
        return more;
    }

    private List<ShardFolder> folders() {
        if (folders.isEmpty()) {
            var all = new ArrayList<ShardFolder>();
            for (var shard = 0; shard < shards.count(); shard++) {
                all.add(new ShardFolder(database, catalogue, shards, partitions, config, metrics, shard));
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
