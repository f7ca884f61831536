package io.tenantlens.api.fold;

import io.tenantlens.api.meter.Aggregation;
import io.tenantlens.api.meter.Meter;
import io.tenantlens.api.meter.MeterCatalogue;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.LongStream;

/** Puts newly computed hours in the place of a tenant's stored ones, and carries the change on to days and the platform. */
final class RebuiltHours {

    /** Hours of a tenant, the last one included. */
    record Window(TenantState tenant, long firstHour, long lastHour) {

        boolean contains(long hour) {
            return hour >= firstHour && hour <= lastHour;
        }
    }

    private static final String OF_WINDOW = " WHERE tenant_id = ? AND hour_start >= to_timestamp(?)"
            + " AND hour_start <= to_timestamp(?) AND meter <> ALL (?)";

    private final Connection connection;
    private final MeterCatalogue catalogue;
    private final int shard;
    private final Window window;

    RebuiltHours(Connection connection, MeterCatalogue catalogue, int shard, Window window) {
        this.connection = connection;
        this.catalogue = catalogue;
        this.shard = shard;
        this.window = window;
    }

    void replace(Rollup computed) throws SQLException {
        computed.keepHours(window::contains);
        addToPlatform(-1);
        deleteHours("usage_hour");
        deleteHours("histogram_hour");
        new RollupWriter(connection, shard, 0).writeHours(computed);
        new HistogramWriter(connection, 0).writeHours(computed);
        addToPlatform(1);
        replaceDays();
        new HistogramWriter(connection, 0).rebuildDays(window);
        new ChangedDays(connection).note(days());
    }

    private List<ChangedDays.Day> days() {
        var clock = window.tenant().clock();
        var tenant = window.tenant().tenant().value();
        return LongStream.rangeClosed(
                        clock.segment(window.firstHour()).epochDay(),
                        clock.segment(window.lastHour()).epochDay())
                .mapToObj(day -> new ChangedDays.Day(tenant, day))
                .toList();
    }

    private void deleteHours(String table) throws SQLException {
        update("DELETE FROM " + table + OF_WINDOW, meters(meter -> meter.aggregation() == Aggregation.EVENTS));
    }

    private void addToPlatform(int sign) throws SQLException {
        update(
                "INSERT INTO platform_usage_hour (shard, meter, hour_start, dimensions, quantity)"
                        + " SELECT " + shard + ", meter, date_trunc('hour', hour_start, 'UTC') AS hour,"
                        + " (SELECT coalesce(jsonb_object_agg(key, value), '{}') FROM jsonb_each(dimensions)"
                        + " WHERE key = ANY (CASE meter" + dimensionsOfPlatform() + " END)) AS part, "
                        + sign + " * sum(quantity) FROM usage_hour" + OF_WINDOW
                        + " GROUP BY meter, hour, part ORDER BY meter, hour, part"
                        + " ON CONFLICT (meter, hour_start, dimensions, shard)"
                        + " DO UPDATE SET quantity = platform_usage_hour.quantity + excluded.quantity",
                meters(meter -> meter.aggregation() == Aggregation.EVENTS
                        || !RollupKeys.OF_PLATFORM.containsKey(meter.key().value())));
    }

    private static String dimensionsOfPlatform() {
        var cases = new StringBuilder();
        RollupKeys.OF_PLATFORM.forEach((meter, dimensions) -> cases.append(" WHEN '")
                .append(meter)
                .append("' THEN '{")
                .append(String.join(",", dimensions))
                .append("}'::text[]"));
        return cases.toString();
    }

    /** Days are made of their hours anew, the hours outside of the window included. */
    private void replaceDays() throws SQLException {
        var days = "(SELECT (to_timestamp(?) AT TIME ZONE t.time_zone)::date AS first,"
                + " (to_timestamp(?) AT TIME ZONE t.time_zone)::date AS last, t.time_zone, t.tenant_id"
                + " FROM tenants t WHERE t.tenant_id = ?) days";
        updateDays("DELETE FROM usage_day d USING " + days
                + " WHERE d.tenant_id = days.tenant_id AND d.day BETWEEN days.first AND days.last");
        updateDays("INSERT INTO usage_day (tenant_id, meter, day, dimensions, quantity)"
                + " SELECT h.tenant_id, h.meter, (h.hour_start AT TIME ZONE days.time_zone)::date AS day, h.dimensions,"
                + " CASE WHEN h.meter IN (" + peaks() + ") THEN max(h.quantity) ELSE sum(h.quantity) END"
                + " FROM usage_hour h JOIN " + days + " ON h.tenant_id = days.tenant_id"
                + " AND h.hour_start >= days.first::timestamp AT TIME ZONE days.time_zone"
                + " AND h.hour_start < (days.last + 1)::timestamp AT TIME ZONE days.time_zone"
                + " GROUP BY h.tenant_id, h.meter, day, h.dimensions");
    }

    private void update(String sql, String[] meters) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, window.tenant().tenant().value());
            statement.setLong(2, window.firstHour() / 1_000);
            statement.setLong(3, window.lastHour() / 1_000);
            statement.setArray(4, connection.createArrayOf("text", meters));
            statement.executeUpdate();
        }
    }

    private void updateDays(String sql) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, window.firstHour() / 1_000);
            statement.setLong(2, window.lastHour() / 1_000);
            statement.setString(3, window.tenant().tenant().value());
            statement.executeUpdate();
        }
    }

    /** Meter keys are words of the catalogue without quotes. */
    private String peaks() {
        return "'" + String.join("', '", meters(meter -> meter.aggregation() == Aggregation.PEAK)) + "'";
    }

    private String[] meters(Predicate<Meter> which) {
        return catalogue.meters().stream()
                .filter(which)
                .map(meter -> meter.key().value())
                .toArray(String[]::new);
    }
}
