package io.tenantlens.api.usagelog;

import io.tenantlens.api.codec.ByteWriter;
import io.tenantlens.api.histogram.Histogram;
import io.tenantlens.api.series.SeriesRef;
import io.tenantlens.cost.tenant.TenantId;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/** The samples and events of one request, series resolved. Encoded as they come in; not for use by several threads. */
public final class WriteBatch {

    private final Map<Integer, EntryWriter> byShard = new TreeMap<>();
    private final Map<TenantId, EntryWriter> events = new TreeMap<>();
    private EntryWriter last = new EntryWriter();
    private int lastShard = -1;
    private int samples;

    /** Adds a sample; {@code startMillis} is when the count began, or 0 where the sender does not tell. */
    public void sample(SeriesRef series, long timestampMillis, double value, long startMillis) {
        writer(series.shard()).sample(series, timestampMillis, value, startMillis);
        samples++;
    }

    /** Adds a native histogram, or one with explicit bounds that came whole; {@code startMillis} as above. */
    public void histogram(SeriesRef series, long timestampMillis, Histogram histogram, long startMillis) {
        writer(series.shard()).histogram(series, timestampMillis, histogram, startMillis);
        samples++;
    }

    /** A measured quantity that happened once, such as an order's value; the caller has seen to it that it comes once. */
    public void event(
            TenantId tenant,
            String meterKey,
            long timestampMillis,
            BigDecimal quantity,
            Map<String, String> dimensions) {
        events.computeIfAbsent(tenant, t -> new EntryWriter())
                .event(tenant, meterKey, timestampMillis, quantity, new TreeMap<>(dimensions));
        samples++;
    }

    public int samples() {
        return samples;
    }

    public boolean isEmpty() {
        return samples == 0;
    }

    int bytes() {
        var bytes = 0;
        for (var writer : byShard.values()) {
            bytes += writer.size();
        }
        for (var writer : events.values()) {
            bytes += writer.size();
        }
        return bytes;
    }

    /** Adds what this batch holds to the payloads of a commit. */
    void addTo(Payloads payloads) {
        byShard.forEach((shard, writer) -> payloads.add(shard, writer.bytes()));
        events.forEach((tenant, writer) -> payloads.add(tenant, writer.bytes()));
    }

    private EntryWriter writer(int shard) {
        if (shard != lastShard) {
            last = byShard.computeIfAbsent(shard, s -> new EntryWriter());
            lastShard = shard;
        }
        return last;
    }

    /** Where the entries of a commit are gathered by shard. */
    interface Payloads {

        void add(int shard, ByteWriter entries);

        void add(TenantId tenant, ByteWriter entries);
    }
}
