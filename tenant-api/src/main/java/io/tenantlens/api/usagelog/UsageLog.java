package io.tenantlens.api.usagelog;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.tenantlens.api.database.WorkerDatabase;
import io.tenantlens.api.instance.Roles;
import io.tenantlens.api.series.Shards;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jdbi.v3.core.Handle;

/**
 * Takes batches in durably. What was appended is folded exactly once; what was refused is not folded at all, unless the connection
 * broke while the commit was under way, and then a repetition of the batch does no harm.
 */
@Singleton
public class UsageLog {

    private final LogTable table;
    private final Appender appender;
    private final Counter samples;

    @Inject
    public UsageLog(WorkerDatabase database, Shards shards, UsageLogConfig config, MeterRegistry metrics) {
        this.table = new LogTable(shards);
        this.samples = Counter.builder("tenantlens.ingest.samples")
                .description("Samples and events that were acknowledged")
                .register(metrics);
        this.appender = new Appender(
                batches -> database.inPlainTransaction(connection -> table.insert(connection, batches)),
                config,
                this::committed);
    }

    /**
     * Completes after the commit that holds the batch; many batches share a commit. Fails with {@link LogUnavailableException} when
     * the database is away or too much waits already. Continuations run on the thread that commits: keep them short.
     */
    public CompletionStage<Void> append(WriteBatch batch) {
        return appender.append(batch);
    }

    /**
     * Appends inside the caller's own transaction, so that it commits or not with what else is written there. Other writers of the
     * same tenants wait until that transaction ends: append last, once a transaction, and commit.
     */
    public void append(Handle handle, WriteBatch batch) {
        try {
            table.insert(handle.getConnection(), List.of(batch));
        } catch (SQLException e) {
            throw new LogUnavailableException("the usage log did not take a batch", e);
        }
        handle.afterCommit(() -> committed(batch.samples()));
    }

    void start(@Observes StartupEvent event, Roles roles) {
        if (roles.takesDataIn()) {
            start();
        }
    }

    void stop(@Observes ShutdownEvent event) {
        stop();
    }

    /** For programs without injection, such as tests. */
    public void start() {
        appender.start();
    }

    /** Appends what still waits, then ends. */
    public void stop() {
        appender.stop();
    }

    private void committed(int count) {
        samples.increment(count);
    }
}
