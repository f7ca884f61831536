package io.tenantlens.api.ingest;

import io.tenantlens.api.usagelog.LogUnavailableException;
import java.sql.SQLException;
import java.util.concurrent.CompletionException;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.JdbiException;

/** Tells a failure that passes, such as a database that is away, from a fault of ours. */
public final class Outage {

    private static final Logger LOG = Logger.getLogger(Outage.class);

    private Outage() {}

    /**
     * What to tell a sender that should come again later.
     *
     * @throws RuntimeException the failure itself, if waiting does not cure it
     */
    public static String explain(Throwable failure) {
        var cause = failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return switch (cause) {
            case LogUnavailableException unavailable -> "not taken in: " + unavailable.getMessage();
            case JdbiException _, SQLException _ -> {
                LOG.warnf("ingest without database: %s", cause.getMessage());
                yield "not taken in: the database does not answer";
            }
            case RuntimeException fault -> throw fault;
            default -> throw new IllegalStateException(cause);
        };
    }
}
