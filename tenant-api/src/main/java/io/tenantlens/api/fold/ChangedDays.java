package io.tenantlens.api.fold;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;

/** Notes which past days a fold changed, for figures over all tenants that are read from them. */
final class ChangedDays {

    /** A tenant's day, in days since 1970. */
    record Day(String tenant, long epochDay) {}

    private final Connection connection;

    ChangedDays(Connection connection) {
        this.connection = connection;
    }

    /**
     * Days that still run in some zone are left out: they are read again anyway. The row is locked even if it was noted
     * before, so that nobody takes the note away before this change can be seen.
     */
    void note(Collection<Day> days) throws SQLException {
        var distinct = List.copyOf(days);
        try (var statement = connection.prepareStatement("INSERT INTO changed_days (tenant_id, day)"
                + " SELECT DISTINCT tenant_id, date '1970-01-01' + day::integer"
                + " FROM unnest(?::text[], ?::bigint[]) AS d (tenant_id, day)"
                + " WHERE day < current_date - date '1970-01-03'"
                + " ORDER BY 1, 2 ON CONFLICT (tenant_id, day) DO UPDATE SET day = excluded.day")) {
            statement.setArray(
                    1,
                    connection.createArrayOf(
                            "text", distinct.stream().map(Day::tenant).toArray()));
            statement.setArray(
                    2,
                    connection.createArrayOf(
                            "bigint", distinct.stream().map(Day::epochDay).toArray()));
            statement.executeUpdate();
        }
    }
}
