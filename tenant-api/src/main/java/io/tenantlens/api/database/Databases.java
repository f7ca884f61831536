package io.tenantlens.api.database;

import java.math.BigDecimal;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.postgres.PostgresPlugin;

/** Sets Jdbi up the same way for every login. */
public final class Databases {

    private Databases() {}

    public static Jdbi jdbi(DataSource dataSource) {
        return Jdbi.create(dataSource)
                .installPlugin(new PostgresPlugin())
                .registerArrayType(BigDecimal.class, "numeric");
    }
}
