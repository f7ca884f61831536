package io.tenantlens.api.usagelog;

import io.tenantlens.api.codec.ByteReader;
import io.tenantlens.cost.tenant.TenantId;
import java.math.BigDecimal;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads the entries of one payload of the usage log in the order in which they were acknowledged. */
public final class LogReader {

    /** What the fold does with the entries. */
    public interface Entries {

        /** A sample; {@code start} is when the count began, or 0 where the sender did not tell. */
        void sample(long seriesId, int replica, long timestamp, double value, long start);

        /** A histogram in its stored form; decoding it costs more than most entries deserve. */
        void histogram(long seriesId, int replica, long timestamp, byte[] encoded, long start);

        void event(
                TenantId tenant,
                String meter,
                long timestamp,
                BigDecimal quantity,
                SortedMap<String, String> dimensions);
    }

    private final Entries entries;
    private long series;
    private long time;
    private int replica;

    public LogReader(Entries entries) {
        this.entries = entries;
    }

    public void read(byte[] payload) {
        var chunks = new ByteReader(payload);
        while (chunks.hasMore()) {
            readChunk(chunks.slice(chunks.getCount()));
        }
    }

    private void readChunk(ByteReader bytes) {
        series = 0;
        time = 0;
        replica = 0;
        while (bytes.hasMore()) {
            var flags = bytes.get();
            switch (flags & EntryWriter.TYPE) {
                case EntryWriter.SAMPLE -> readSample(bytes, flags);
                case EntryWriter.HISTOGRAM -> readHistogram(bytes, flags);
                case EntryWriter.EVENT -> readEvent(bytes);
                default -> throw new IllegalStateException("the log holds an entry of unknown type: " + flags);
            }
        }
    }

    private void readSample(ByteReader bytes, int flags) {
        var start = readHead(bytes, flags);
        var value = (flags & EntryWriter.WHOLE_NUMBER) != 0 ? (double) bytes.getSigned() : bytes.getDouble();
        entries.sample(series, replica, time, value, start);
    }

    private void readHistogram(ByteReader bytes, int flags) {
        var start = readHead(bytes, flags);
        entries.histogram(series, replica, time, bytes.getBytes(bytes.getCount()), start);
    }

    private long readHead(ByteReader bytes, int flags) {
        series += bytes.getSigned();
        if ((flags & EntryWriter.NEW_REPLICA) != 0) {
            replica = bytes.getCount();
        }
        if ((flags & EntryWriter.NEW_TIME) != 0) {
            time += bytes.getSigned();
        }
        return (flags & EntryWriter.HAS_START) != 0 ? time - bytes.getSigned() : 0;
    }

    private void readEvent(ByteReader bytes) {
        var timestamp = bytes.getSigned();
        var tenant = new TenantId(bytes.getText());
        var meter = bytes.getText();
        var quantity = new BigDecimal(bytes.getText());
        var dimensions = new TreeMap<String, String>();
        for (var left = bytes.getCount(); left > 0; left--) {
            dimensions.put(bytes.getText(), bytes.getText());
        }
        entries.event(tenant, meter, timestamp, quantity, dimensions);
    }
}
