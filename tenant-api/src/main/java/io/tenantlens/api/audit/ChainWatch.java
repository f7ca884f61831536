package io.tenantlens.api.audit;

import io.quarkus.scheduler.Scheduled;
import io.tenantlens.api.database.WorkerDatabase;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Walks the chain in the background, so that a page can say up to where it was found in order without walking it itself. */
@Singleton
public class ChainWatch {

    private static final Logger LOG = Logger.getLogger(ChainWatch.class);

    /** New records are looked at every minute, all of them this often: an old record can be changed, too. */
    private static final Duration WHOLE_EVERY = Duration.ofHours(1);

    private final WorkerDatabase database;
    private final AuditSettings settings;
    private final Clock clock;

    private volatile @Nullable ChainState state;

    @Inject
    ChainWatch(WorkerDatabase database, AuditSettings settings, Clock clock) {
        this.database = database;
        this.settings = settings;
        this.clock = clock;
    }

    /** Nothing until the first walk after the start has ended. */
    public Optional<ChainState> state() {
        return Optional.ofNullable(state);
    }

    @Scheduled(every = "1m", delayed = "15s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void walk() {
        var now = clock.instant();
        var known = state;
        if (known != null
                && known.verdict() instanceof Verdict.Intact proven
                && now.isBefore(known.wholeAt().plus(WHOLE_EVERY))) {
            remember(new ChainState(verified(Map.of(), proven), now, known.wholeAt()));
        } else {
            remember(new ChainState(verified(anchors(), AuditVerification.NOTHING), now, now));
        }
    }

    private Verdict verified(Map<Long, String> anchors, Verdict.Intact proven) {
        return database.inTransaction(handle -> AuditVerification.inOneView(handle, anchors, proven));
    }

    private void remember(ChainState found) {
        if (found.verdict() instanceof Verdict.Broken(long position, String finding)) {
            LOG.errorf("audit chain broken: record %d %s", position, finding);
        }
        state = found;
    }

    private Map<Long, String> anchors() {
        var file = settings.anchorFile();
        return file.isPresent() ? read(file.get()) : Map.of();
    }

    private static Map<Long, String> read(Path file) {
        try {
            return AnchorFile.read(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the anchors of the audit trail: " + file, e);
        }
    }
}
