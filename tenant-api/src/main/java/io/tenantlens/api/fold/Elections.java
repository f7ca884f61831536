package io.tenantlens.api.fold;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/**
 * Which member of a highly available pair of senders counts: the first that is seen, until it has been silent for half a minute of the
 * samples' own time. What the others send is the same again and is dropped.
 */
final class Elections {

    private static final long SILENCE = 30_000;

    private final Map<Integer, Cluster> clusterOf = new HashMap<>();
    private final Map<String, Cluster> clusters = new HashMap<>();

    private static final class Cluster {

        private final String tenant;
        private final String name;
        private int elected;
        private long seenAt = Long.MIN_VALUE;
        private boolean changed;

        Cluster(String tenant, String name) {
            this.tenant = tenant;
            this.name = name;
        }
    }

    boolean knows(int replica) {
        return clusterOf.containsKey(replica);
    }

    boolean counts(int replica, long time) {
        var cluster = clusterOf.get(replica);
        if (cluster == null) {
            return false;
        }
        if (cluster.elected == 0 || (cluster.elected != replica && time > cluster.seenAt + SILENCE)) {
            cluster.elected = replica;
        }
        if (cluster.elected == replica && time > cluster.seenAt) {
            cluster.seenAt = time;
            cluster.changed = true;
        }
        return cluster.elected == replica;
    }

    void load(Connection connection, int replica) throws SQLException {
        try (var select = connection.prepareStatement("""
                SELECT r.tenant_id, r.cluster, coalesce(e.replica_id, 0),
                       (extract(epoch FROM e.seen_at) * 1000)::bigint
                FROM replicas r LEFT JOIN elected_replicas e USING (tenant_id, cluster)
                WHERE r.replica_id = ?""")) {
            select.setInt(1, replica);
            try (var rows = select.executeQuery()) {
                if (rows.next()) {
                    var tenant = rows.getString(1);
                    var name = rows.getString(2);
                    var cluster = clusters.get(tenant + '/' + name);
                    if (cluster == null) {
                        cluster = new Cluster(tenant, name);
                        cluster.elected = rows.getInt(3);
                        cluster.seenAt = cluster.elected == 0 ? Long.MIN_VALUE : rows.getLong(4);
                        clusters.put(tenant + '/' + name, cluster);
                    }
                    clusterOf.put(replica, cluster);
                }
            }
        }
    }

    void store(Connection connection) throws SQLException {
        for (var cluster : clusters.values()) {
            if (cluster.changed) {
                store(connection, cluster);
                cluster.changed = false;
            }
        }
    }

    private static void store(Connection connection, Cluster cluster) throws SQLException {
        try (var upsert = connection.prepareStatement("""
                INSERT INTO elected_replicas VALUES (?, ?, ?, to_timestamp(? / 1000.0))
                ON CONFLICT (tenant_id, cluster) DO UPDATE
                SET replica_id = excluded.replica_id, seen_at = excluded.seen_at""")) {
            upsert.setString(1, cluster.tenant);
            upsert.setString(2, cluster.name);
            upsert.setInt(3, cluster.elected);
            upsert.setLong(4, cluster.seenAt);
            upsert.executeUpdate();
        }
    }
}
