package io.tenantlens.standalone.launcher;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;

/** Waits until all that was acknowledged so far is in the roll-ups, so that the first page that is opened is complete. */
final class CatchUp {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final int POLL_MILLIS = 500;
    private static final int STEP_PERCENT = 20;

    private final PostgresServer database;
    private final Progress progress;

    CatchUp(PostgresServer database, Progress progress) {
        this.database = database;
        this.progress = progress;
    }

    /** Returns without it after some minutes: the portal works meanwhile, and every page says as of when it is. */
    void await() {
        try (var connection = database.connect("tenantlens")) {
            var last = lastPosition(connection);
            var all = waiting(connection, last);
            var end = System.nanoTime() + PATIENCE.toNanos();
            var told = 0L;
            for (var waiting = all; waiting > 0; waiting = waiting(connection, last)) {
                var percent = 100 * (all - waiting) / all;
                if (percent >= told + STEP_PERCENT) {
                    told = percent;
                    progress.say("demo: " + percent + " % of what was sent is in the figures");
                }
                if (System.nanoTime() > end) {
                    progress.say("the figures are still being worked on; pages say as of when they are");
                    return;
                }
                Pause.millis(POLL_MILLIS);
            }
        } catch (SQLException e) {
            progress.say("cannot see how far the figures are: " + e.getMessage());
        }
    }

    /** The bytes of the log up to a position that no roll-up has taken in yet. */
    private static long waiting(Connection connection, long last) throws SQLException {
        try (var statement = connection.prepareStatement("""
            SELECT coalesce(sum(octet_length(l.payload)), 0) FROM usage_log l LEFT JOIN fold_progress p USING (shard)
            WHERE l.position > coalesce(p.position, 0) AND l.position <= ?\
            """)) {
            statement.setLong(1, last);
            return number(statement.executeQuery());
        }
    }

    private static long lastPosition(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            return number(statement.executeQuery("SELECT last_value FROM usage_log_position"));
        }
    }

    private static long number(ResultSet rows) throws SQLException {
        rows.next();
        return rows.getLong(1);
    }
}
