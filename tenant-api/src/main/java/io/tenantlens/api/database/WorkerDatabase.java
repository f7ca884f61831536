package io.tenantlens.api.database;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.HandleConsumer;
import org.jdbi.v3.core.Jdbi;

/** Transactions of ingest and jobs, which work for all tenants at once. Never used to answer a person. */
@Singleton
public class WorkerDatabase {

    private static final Logger LOG = Logger.getLogger(WorkerDatabase.class);

    private interface Connections {
        Connection open() throws SQLException;
    }

    private final Jdbi jdbi;
    private final Connections connections;

    @Inject
    WorkerDatabase(@DataSource("worker") AgroalDataSource dataSource) {
        this(Databases.jdbi(dataSource), dataSource::getConnection);
    }

    /** For programs without injection, such as tests. */
    public WorkerDatabase(Jdbi jdbi) {
        this(jdbi, () -> jdbi.open().getConnection());
    }

    private WorkerDatabase(Jdbi jdbi, Connections connections) {
        this.jdbi = jdbi;
        this.connections = connections;
    }

    public <T, X extends Exception> T inTransaction(HandleCallback<T, X> work) throws X {
        return jdbi.inTransaction(work);
    }

    public <X extends Exception> void useTransaction(HandleConsumer<X> work) throws X {
        jdbi.useTransaction(work);
    }

    /**
     * Work of which one instance at a time is enough: nothing happens while another is at it.
     *
     * @param lock names the work, the same for all instances; held until the transaction ends
     */
    public <X extends Exception> void useTransactionAlone(int lock, HandleConsumer<X> work) throws X {
        jdbi.useTransaction(handle -> {
            if (mine(handle, lock)) {
                work.useHandle(handle);
            }
        });
    }

    /** The same with a result; empty while another instance is at it. */
    public <T, X extends Exception> Optional<T> inTransactionAlone(int lock, HandleCallback<T, X> work) throws X {
        return jdbi.inTransaction(
                handle -> mine(handle, lock) ? Optional.of(work.withHandle(handle)) : Optional.<T>empty());
    }

    private static boolean mine(Handle handle, int lock) {
        return handle.select("SELECT pg_try_advisory_xact_lock(?)", lock)
                .mapTo(Boolean.class)
                .one();
    }

    /** A transaction of plain JDBC, for the hot path, where a handle of Jdbi costs more than a commit. */
    public <T> T inPlainTransaction(PlainWork<T> work) {
        try (var connection = connections.open()) {
            return committed(connection, work);
        } catch (SQLException e) {
            throw new SqlFailedException(e);
        }
    }

    private static <T> T committed(Connection connection, PlainWork<T> work) throws SQLException {
        connection.setAutoCommit(false);
        var done = false;
        try {
            var result = work.with(connection);
            connection.commit();
            done = true;
            return result;
        } finally {
            if (!done) {
                rollBack(connection);
            }
        }
    }

    /** What made it necessary says more than that a broken connection cannot roll back. */
    private static void rollBack(Connection connection) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            LOG.debugf(e, "no rollback: %s", e.getMessage());
        }
    }

    /** Work on a connection inside a transaction. */
    public interface PlainWork<T> {
        T with(Connection connection) throws SQLException;
    }
}
