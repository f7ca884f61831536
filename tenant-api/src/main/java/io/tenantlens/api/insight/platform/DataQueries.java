package io.tenantlens.api.insight.platform;

import io.tenantlens.api.access.StaffDatabase;
import io.tenantlens.api.access.StaffScope;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What data there is: series, how far the fold has come, and what the tables take up. */
@Singleton
public class DataQueries {

    private final StaffDatabase database;

    @Inject
    public DataQueries(StaffDatabase database) {
        this.database = database;
    }

    /** The series of a metric, as they were counted some minutes ago. */
    public record MetricSeries(String metric, String kind, long series, long tenants, Instant newestAt) {}

    /**
     * A shard of the fold.
     *
     * @param foldedAt everything acknowledged before is in the roll-ups; null before the first fold
     */
    public record Shard(int number, long position, @Nullable Instant foldedAt) {}

    /**
     * A table with what it takes up.
     *
     * @param partitions 0 where it has none
     * @param oldest the first month with a partition, as the name of the partition has it; null without
     * @param rows as PostgreSQL estimates them
     */
    public record Table(
            String name,
            long partitions,
            @Nullable String oldest,
            @Nullable String newest,
            long bytes,
            long rows) {}

    /** The most series first. */
    public List<MetricSeries> series(StaffScope scope) {
        return database.inTransaction(
                scope,
                handle -> handle.createQuery("SELECT * FROM series_counts ORDER BY series DESC, metric, kind")
                        .map((row, _) -> new MetricSeries(
                                row.getString("metric"),
                                row.getString("kind"),
                                row.getLong("series"),
                                row.getLong("tenants"),
                                row.getObject("newest_at", OffsetDateTime.class).toInstant()))
                        .list());
    }

    public List<Shard> shards(StaffScope scope) {
        return database.inTransaction(
                scope,
                handle -> handle.createQuery("SELECT shard, position, folded_at FROM fold_progress ORDER BY shard")
                        .map((row, _) -> shard(row))
                        .list());
    }

    private static Shard shard(ResultSet row) throws SQLException {
        var folded = row.getObject("folded_at", OffsetDateTime.class);
        return new Shard(row.getInt("shard"), row.getLong("position"), folded == null ? null : folded.toInstant());
    }

    /** The largest first; a partitioned table with all of its partitions. */
    public List<Table> tables(StaffScope scope) {
        return database.inTransaction(
                scope,
                handle -> handle.createQuery("""
                    SELECT p.relname AS name, count(i.inhrelid) AS partitions,
                        min(substring(c.relname FROM '_([0-9]{6})$')) AS oldest,
                        max(substring(c.relname FROM '_([0-9]{6})$')) AS newest,
                        sum(pg_total_relation_size(coalesce(c.oid, p.oid))) AS bytes,
                        sum(greatest(coalesce(c.reltuples, p.reltuples), 0))::bigint AS rows
                    FROM pg_class p
                    LEFT JOIN pg_inherits i ON i.inhparent = p.oid
                    LEFT JOIN pg_class c ON c.oid = i.inhrelid
                    WHERE p.relnamespace = 'public'::regnamespace AND p.relkind IN ('r', 'p') AND NOT p.relispartition
                    GROUP BY p.relname ORDER BY bytes DESC, name\
                    """)
                        .map((row, _) -> new Table(
                                row.getString("name"),
                                row.getLong("partitions"),
                                row.getString("oldest"),
                                row.getString("newest"),
                                row.getLong("bytes"),
                                row.getLong("rows")))
                        .list());
    }
}
