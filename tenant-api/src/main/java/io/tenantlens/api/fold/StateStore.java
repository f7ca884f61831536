package io.tenantlens.api.fold;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Stores the newest samples of series, by tenant and page. */
final class StateStore {

    private record Bucket(TenantState tenant, long page) {}

    private final Connection connection;
    private final SeriesMemory memory;

    StateStore(Connection connection, SeriesMemory memory) {
        this.connection = connection;
        this.memory = memory;
    }

    void store(Collection<FoldedSeries> touched, Iterable<FoldedSeries> late) throws SQLException {
        var buckets = new LinkedHashSet<Bucket>();
        touched.forEach(series -> buckets.add(bucket(series)));
        late.forEach(series -> buckets.add(bucket(series)));
        if (!buckets.isEmpty()) {
            store(buckets);
        }
    }

    private static Bucket bucket(FoldedSeries series) {
        return new Bucket(series.tenant, series.id >> SeriesMemory.PAGE_BITS);
    }

    private void store(Set<Bucket> changed) throws SQLException {
        var buckets = List.copyOf(changed);
        try (var upsert = connection.prepareStatement("""
                INSERT INTO series_state (tenant_id, bucket, state)
                SELECT * FROM unnest(?::text[], ?::integer[], ?::bytea[])
                ON CONFLICT (tenant_id, bucket) DO UPDATE SET state = excluded.state""")) {
            upsert.setArray(
                    1,
                    connection.createArrayOf(
                            "text",
                            buckets.stream().map(b -> b.tenant.tenant().value()).toArray()));
            upsert.setArray(
                    2,
                    connection.createArrayOf(
                            "integer",
                            buckets.stream().map(b -> Math.toIntExact(b.page)).toArray()));
            upsert.setArray(
                    3,
                    connection.createArrayOf(
                            "bytea",
                            buckets.stream()
                                    .map(b -> StateCodec.write(memory.page(b.page), b.tenant))
                                    .toArray(byte[][]::new)));
            upsert.executeUpdate();
        }
    }
}
