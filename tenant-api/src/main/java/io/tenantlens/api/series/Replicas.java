package io.tenantlens.api.series;

import io.tenantlens.api.database.WorkerDatabase;
import io.tenantlens.cost.tenant.TenantId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Numbers for the members of highly available pairs, of which the fold counts only one at a time. */
final class Replicas {

    private record Replica(TenantId tenant, String cluster, String name) {}

    private final WorkerDatabase database;
    private final Map<Replica, Integer> ids = new ConcurrentHashMap<>();

    Replicas(WorkerDatabase database) {
        this.database = database;
    }

    int idOf(TenantId tenant, Labels labels) {
        var name = labels.get(Labels.REPLICA);
        if (name == null) {
            return 0;
        }
        var cluster = labels.get(Labels.CLUSTER);
        return ids.computeIfAbsent(new Replica(tenant, cluster == null ? "" : cluster, name), this::findOrCreate);
    }

    private int findOrCreate(Replica replica) {
        return database.inTransaction(handle -> {
            handle.execute(
                    "INSERT INTO replicas (tenant_id, cluster, replica) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                    replica.tenant.value(),
                    replica.cluster,
                    replica.name);
            return handle.select(
                            "SELECT replica_id FROM replicas WHERE tenant_id = ? AND cluster = ? AND replica = ?",
                            replica.tenant.value(),
                            replica.cluster,
                            replica.name)
                    .mapTo(Integer.class)
                    .one();
        });
    }
}
