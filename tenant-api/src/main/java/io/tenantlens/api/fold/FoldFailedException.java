package io.tenantlens.api.fold;

import java.sql.SQLException;

/** The database failed in the middle of a fold; its transaction is rolled back and the next fold begins where this one did. */
final class FoldFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    FoldFailedException(SQLException cause) {
        super(cause);
    }
}
