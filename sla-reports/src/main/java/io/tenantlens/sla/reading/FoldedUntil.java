package io.tenantlens.sla.reading;

import io.tenantlens.api.series.Shards;
import io.tenantlens.cost.tenant.TenantId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Up to when the roll-ups of each tenant hold everything that was acknowledged. */
public record FoldedUntil(Shards shards, Map<Integer, Instant> byShard) {

    public static FoldedUntil read(Handle handle, Shards shards) {
        var byShard = new HashMap<Integer, Instant>();
        handle.createQuery("SELECT shard, folded_at FROM fold_progress WHERE folded_at IS NOT NULL")
                .map((row, _) -> byShard.put(
                        row.getInt("shard"), row.getTimestamp("folded_at").toInstant()))
                .list();
        return new FoldedUntil(shards, byShard);
    }

    /** Empty before the first fold. */
    public Optional<Instant> of(TenantId tenant) {
        return Optional.ofNullable(byShard.get(shards.of(tenant)));
    }
}
