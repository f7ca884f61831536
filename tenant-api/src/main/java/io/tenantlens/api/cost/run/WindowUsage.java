package io.tenantlens.api.cost.run;

import io.tenantlens.api.cost.setting.CostDriver;
import io.tenantlens.api.cost.setting.DriverQuery;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The quantities of all drivers by window and tenant, scaled by the decimals that count: one grouped query for all of them. */
final class WindowUsage {

    private static final int ROWS_AT_ONCE = 2_000;
    private static final String DAYS = "day::timestamp";
    private static final String HOURS = "date_trunc('hour', hour_start AT TIME ZONE 'UTC')";

    private final Map<LocalDateTime, long[][]> quantities = new HashMap<>();
    private final List<CostDriver> drivers;
    private final DriverQuery columns;
    private final CostTenants tenants;

    private WindowUsage(List<CostDriver> drivers, CostTenants tenants) {
        this.drivers = drivers;
        this.columns = new DriverQuery(drivers);
        this.tenants = tenants;
    }

    /** Whole days from one to before another. */
    static WindowUsage days(
            Connection connection, List<CostDriver> drivers, CostTenants tenants, LocalDateTime from, LocalDateTime to)
            throws SQLException {
        var usage = new WindowUsage(drivers, tenants);
        usage.read(connection, usage.query("usage_day", DAYS, "day >= ?::date AND day < ?::date"), from, to);
        return usage;
    }

    /** UTC hours; the hour of a zone that is not whole hours off counts where it begins. */
    static WindowUsage hours(
            Connection connection, List<CostDriver> drivers, CostTenants tenants, LocalDateTime from, LocalDateTime to)
            throws SQLException {
        var usage = new WindowUsage(drivers, tenants);
        var within = "hour_start >= ?::timestamp AT TIME ZONE 'UTC' AND hour_start < ?::timestamp AT TIME ZONE 'UTC'";
        usage.read(connection, usage.query("usage_hour", HOURS, within), from, to);
        return usage;
    }

    /** By driver and tenant; all zero where nothing was measured. */
    long[][] of(LocalDateTime window) {
        var found = quantities.get(window);
        return found == null ? new long[drivers.size()][tenants.size()] : found;
    }

    private String query(String table, String start, String within) {
        return "SELECT tenant_id, " + start + " AS started, " + columns.columns() + " FROM " + table + " WHERE "
                + within + " AND meter = ANY (?) GROUP BY tenant_id, started";
    }

    private void read(Connection connection, String query, LocalDateTime from, LocalDateTime to) throws SQLException {
        if (drivers.isEmpty()) {
            return;
        }
        try (var statement = connection.prepareStatement(query)) {
            statement.setFetchSize(ROWS_AT_ONCE);
            bind(connection, statement, from, to);
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    var place = tenants.place(row.getString(1));
                    if (place >= 0) {
                        var window = row.getObject(2, LocalDateTime.class);
                        var table = quantities.computeIfAbsent(window, _ -> new long[drivers.size()][tenants.size()]);
                        for (var i = 0; i < table.length; i++) {
                            table[i][place] = row.getLong(i + 3);
                        }
                    }
                }
            }
        }
    }

    private void bind(Connection connection, PreparedStatement statement, LocalDateTime from, LocalDateTime to)
            throws SQLException {
        var at = columns.bind(connection, statement, 1);
        statement.setObject(at++, from);
        statement.setObject(at++, to);
        statement.setArray(at, columns.meters(connection));
    }
}
