package io.tenantlens.api.audit;

import io.quarkus.scheduler.Scheduled;
import io.tenantlens.api.database.WorkerDatabase;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/** Tells the log, and a file if one is set, where the chain ends, so that a cut tail shows. */
@Singleton
class AuditAnchor {

    private static final Logger LOG = Logger.getLogger(AuditAnchor.class);

    private record Head(long position, String hash) {}

    private final WorkerDatabase database;
    private final AuditSettings settings;
    private final AtomicLong anchored = new AtomicLong();

    @Inject
    AuditAnchor(WorkerDatabase database, AuditSettings settings) {
        this.database = database;
        this.settings = settings;
    }

    @Scheduled(every = "1m", delayed = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void anchor() throws IOException {
        var head = database.inTransaction(handle -> handle.createQuery("SELECT position, hash FROM audit_head")
                .map((row, _) ->
                        new Head(row.getLong("position"), HexFormat.of().formatHex(row.getBytes("hash"))))
                .one());
        if (head.position() == 0 || anchored.getAndSet(head.position()) == head.position()) {
            return;
        }
        LOG.infof("audit head %d %s", head.position(), head.hash());
        var file = settings.anchorFile();
        if (file.isPresent()) {
            AnchorFile.append(file.get(), head.position(), head.hash());
        }
    }
}
