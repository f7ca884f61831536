package io.tenantlens.api.database;

import java.sql.SQLException;
import org.jdbi.v3.core.JdbiException;

/** Plain JDBC failed, as other {@link JdbiException}s tell for Jdbi. Retry: the transaction was rolled back. */
public final class SqlFailedException extends JdbiException {

    private static final long serialVersionUID = 1L;

    public SqlFailedException(SQLException cause) {
        super(cause);
    }
}
