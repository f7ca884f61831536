package io.tenantlens.api.billing.run;

import io.tenantlens.api.database.WorkerDatabase;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;

/**
 * Computes and issues a run chunk by chunk, each in a transaction of its own. Chunks are claimed in the database, so several
 * instances may work on one run, and one that is killed leaves nothing but a chunk to be done again.
 */
@Singleton
public class RunEngine {

    private static final Logger LOG = Logger.getLogger(RunEngine.class);

    private final WorkerDatabase database;
    private final BillingSettings settings;
    private final Clock clock;

    @Inject
    public RunEngine(WorkerDatabase database, BillingSettings settings, Clock clock) {
        this.database = database;
        this.settings = settings;
        this.clock = clock;
    }

    /** Drafts what is pending, several chunks at a time, until it is done or the time is up. */
    void draft(UUID run) {
        Callable<UUID> loop = () -> {
            work(run, handle -> new Drafting(handle, settings, clock.instant()).chunk(run));
            return run;
        };
        try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var done : workers.invokeAll(Collections.nCopies(settings.draftWorkers(), loop))) {
                done.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("invoice run " + run + " could not be computed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("invoice run " + run + " was interrupted", e);
        }
    }

    /** Issues what is drafted, until it is done or the time is up. */
    void issue(UUID run) {
        work(run, handle -> new Issuing(handle, settings, clock.instant()).chunk(run));
    }

    /** Finishes what a request began: previews with tenants left, and approved runs that were asked to issue. */
    void finishOpenRuns() {
        for (var run : unfinished("state = 'preview' AND EXISTS (SELECT FROM invoice_run_tenants t"
                + " WHERE t.run_id = r.run_id AND t.state = 'pending')")) {
            draft(run);
        }
        for (var run : unfinished("state = 'approved' AND issue_requested_at IS NOT NULL")) {
            issue(run);
        }
    }

    private List<UUID> unfinished(String condition) {
        return database.inTransaction(
                handle -> handle.createQuery("SELECT run_id FROM invoice_runs r WHERE " + condition + " ORDER BY month")
                        .mapTo(UUID.class)
                        .list());
    }

    private void work(UUID run, Function<Handle, Integer> chunk) {
        var until = System.nanoTime() + settings.patience().toNanos();
        var done = 0;
        for (var more = 1; more > 0 && System.nanoTime() < until; ) {
            more = database.inTransaction(chunk::apply);
            done += more;
        }
        LOG.debugf("invoice run %s: %d tenants", run, done);
    }
}
