package io.tenantlens.api.cost.setting;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

/** The part of a query over the roll-ups that adds up drivers: a column each, scaled by the decimals that count. */
public final class DriverQuery {

    private final List<CostDriver> drivers;

    public DriverQuery(List<CostDriver> drivers) {
        this.drivers = List.copyOf(drivers);
    }

    public String columns() {
        return drivers.stream().map(DriverQuery::column).collect(Collectors.joining(", "));
    }

    private static String column(CostDriver driver) {
        var dimension = driver.dimension() == null
                ? ""
                : driver.included().isEmpty()
                        ? " AND coalesce(dimensions ->> ?, '') <> ALL (?)"
                        : " AND dimensions ->> ? = ANY (?)";
        return "round(coalesce(%s(quantity) FILTER (WHERE meter = ?%s), 0) * power(10::numeric, %d))::bigint"
                .formatted(driver.peak() ? "max" : "sum", dimension, driver.decimals());
    }

    /** Binds the columns from a place on; answers the next place. */
    public int bind(Connection connection, PreparedStatement statement, int first) throws SQLException {
        var at = first;
        for (var driver : drivers) {
            statement.setString(at++, driver.meter().value());
            if (driver.dimension() != null) {
                var values = driver.included().isEmpty() ? driver.excluded() : driver.included();
                statement.setString(at++, driver.dimension());
                statement.setArray(at++, connection.createArrayOf("text", values.toArray()));
            }
        }
        return at;
    }

    /** The meters that the drivers read. */
    public Array meters(Connection connection) throws SQLException {
        return connection.createArrayOf(
                "text",
                drivers.stream()
                        .map(driver -> driver.meter().value())
                        .distinct()
                        .toArray());
    }
}
