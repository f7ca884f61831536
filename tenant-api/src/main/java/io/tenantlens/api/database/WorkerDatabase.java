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
