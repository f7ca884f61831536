package io.tenantlens.api.fold;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Rows to add to one table of usage. A line's names are sent once, however many rows it has: parsing its dimensions for each row
 * would cost as much as storing the row. A row must not come twice.
 */
final class UsageRows {

    /** Where rows go, and how what they bring joins what is there. */
    enum Table {
        HOURS("usage_hour", "tenant_id", "hour_start", "stored.quantity + excluded.quantity"),
        HOUR_PEAKS("usage_hour", "tenant_id", "hour_start", "greatest(stored.quantity, excluded.quantity)"),
        DAYS("usage_day", "tenant_id", "day", "stored.quantity + excluded.quantity"),
        DAY_PEAKS("usage_day", "tenant_id", "day", "greatest(stored.quantity, excluded.quantity)"),
        PLATFORM("platform_usage_hour", "shard", "hour_start", "stored.quantity + excluded.quantity");

        private final String sql;

        Table(String name, String owner, String time, String together) {
            sql = "WITH lines AS MATERIALIZED (SELECT number, owner, meter, dimensions::jsonb"
                    + " FROM unnest(?::text[], ?::text[], ?::text[]) WITH ORDINALITY"
                    + " AS l (owner, meter, dimensions, number))"
                    + " INSERT INTO " + name + " AS stored (" + owner + ", meter, " + time + ", dimensions, quantity)"
                    + " SELECT owner" + (owner.equals("shard") ? "::smallint" : "") + ", meter, "
                    + (time.equals("day") ? "date '1970-01-01' + at::integer" : "to_timestamp(at)")
                    + ", dimensions, quantity::numeric"
                    + " FROM unnest(?::bigint[], ?::bigint[], ?::text[]) AS r (line, at, quantity)"
                    + " JOIN lines ON lines.number = r.line"
                    + " ON CONFLICT (" + owner + ", meter, " + time + ", dimensions) DO UPDATE SET quantity = "
                    + together;
        }
    }

    private static final int ROWS_AT_ONCE = 10_000;

    private final Connection connection;
    private final Table table;
    private final List<String> owners = new ArrayList<>();
    private final List<String> meters = new ArrayList<>();
    private final List<String> dimensions = new ArrayList<>();
    private final List<Long> lines = new ArrayList<>();
    private final List<Long> times = new ArrayList<>();
    private final List<String> quantities = new ArrayList<>();

    UsageRows(Connection connection, Table table) {
        this.connection = connection;
        this.table = table;
    }

    /** Names the line that the next rows belong to. */
    void line(String owner, String meter, String dimensionsJson) throws SQLException {
        if (times.size() >= ROWS_AT_ONCE) {
            flush();
        }
        owners.add(owner);
        meters.add(meter);
        dimensions.add(dimensionsJson);
    }

    /**
     * Adds a row of the line.
     *
     * @param time an hour in seconds or a day, each since 1970
     */
    void add(long time, BigDecimal quantity) {
        lines.add((long) owners.size());
        times.add(time);
        quantities.add(plain(quantity));
    }

    /** Sends what was gathered. */
    void flush() throws SQLException {
        if (!times.isEmpty()) {
            try (var statement = connection.prepareStatement(table.sql)) {
                statement.setArray(1, connection.createArrayOf("text", owners.toArray(String[]::new)));
                statement.setArray(2, connection.createArrayOf("text", meters.toArray(String[]::new)));
                statement.setArray(3, connection.createArrayOf("text", dimensions.toArray(String[]::new)));
                statement.setArray(4, connection.createArrayOf("bigint", lines.toArray(Long[]::new)));
                statement.setArray(5, connection.createArrayOf("bigint", times.toArray(Long[]::new)));
                statement.setArray(6, connection.createArrayOf("text", quantities.toArray(String[]::new)));
                statement.executeUpdate();
            }
        }
        List.of(owners, meters, dimensions, lines, times, quantities).forEach(List::clear);
    }

    private static String plain(BigDecimal quantity) {
        return quantity.signum() == 0 ? "0" : quantity.stripTrailingZeros().toPlainString();
    }
}
