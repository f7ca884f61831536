package io.tenantlens.api.database;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.HandleConsumer;
import org.jdbi.v3.core.Jdbi;

/** Transactions of ingest and jobs, which work for all tenants at once. Never used to answer a person. */
@Singleton
public class WorkerDatabase {

    private final Jdbi jdbi;

    @Inject
    WorkerDatabase(@DataSource("worker") AgroalDataSource dataSource) {
        this(Databases.jdbi(dataSource));
    }

    /** For programs without injection, such as tests. */
    public WorkerDatabase(Jdbi jdbi) {
        this.jdbi = jdbi;
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
            var mine = handle.select("SELECT pg_try_advisory_xact_lock(?)", lock)
                    .mapTo(Boolean.class)
                    .one();
            if (mine) {
                work.useHandle(handle);
            }
        });
    }

    /** A transaction of plain JDBC, for the hot path. */
    public <T> T inPlainTransaction(PlainWork<T> work) {
        try {
            return jdbi.inTransaction(handle -> work.with(handle.getConnection()));
        } catch (SQLException e) {
            throw new SqlFailedException(e);
        }
    }

    /** Work on a connection inside a transaction. */
    public interface PlainWork<T> {
        T with(Connection connection) throws SQLException;
    }
}
