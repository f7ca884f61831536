package io.tenantlens.api.usagelog;

import io.tenantlens.api.codec.ByteWriter;
import io.tenantlens.api.histogram.Histogram;
import io.tenantlens.api.series.SeriesRef;
import io.tenantlens.cost.tenant.TenantId;
import java.math.BigDecimal;
import java.util.Map;

/** Writes the entries of one chunk of the log, each as what differs from the one before. {@link LogReader} reads them. */
final class EntryWriter {

    static final int SAMPLE = 0;
    static final int HISTOGRAM = 1;
    static final int EVENT = 2;
    static final int TYPE = 3;
    static final int NEW_TIME = 1 << 2;
    static final int WHOLE_NUMBER = 1 << 3;
    static final int HAS_START = 1 << 4;
    static final int NEW_REPLICA = 1 << 5;

    private final ByteWriter bytes = new ByteWriter(1 << 10);
    private long lastSeries;
    private long lastTime;
    private int lastReplica;

    int size() {
        return bytes.size();
    }

    ByteWriter bytes() {
        return bytes;
    }

    void sample(SeriesRef series, long timestamp, double value, long start) {
        var whole = (long) value;
        // the raw bits tell −0.0 from 0
        var isWhole = Double.doubleToRawLongBits((double) whole) == Double.doubleToRawLongBits(value);
        head(SAMPLE | (isWhole ? WHOLE_NUMBER : 0), series, timestamp, start);
        if (isWhole) {
            bytes.putSigned(whole);
        } else {
            bytes.putDouble(value);
        }
    }

    void histogram(SeriesRef series, long timestamp, Histogram histogram, long start) {
        head(HISTOGRAM, series, timestamp, start);
        var encoded = histogram.encode();
        bytes.putVarint(encoded.length);
        bytes.putBytes(encoded, 0, encoded.length);
    }

    void event(TenantId tenant, String meter, long timestamp, BigDecimal quantity, Map<String, String> dimensions) {
        bytes.put(EVENT);
        bytes.putSigned(timestamp);
        bytes.putText(tenant.value());
        bytes.putText(meter);
        bytes.putText(quantity.toString());
        bytes.putVarint(dimensions.size());
        dimensions.forEach((name, value) -> {
            bytes.putText(name);
            bytes.putText(value);
        });
    }

    private void head(int typeAndForm, SeriesRef series, long timestamp, long start) {
        var flags = typeAndForm
                | (timestamp == lastTime ? 0 : NEW_TIME)
                | (start == 0 ? 0 : HAS_START)
                | (series.replica() == lastReplica ? 0 : NEW_REPLICA);
        bytes.put(flags);
        bytes.putSigned(series.seriesId() - lastSeries);
        lastSeries = series.seriesId();
        if (series.replica() != lastReplica) {
            bytes.putVarint(series.replica());
            lastReplica = series.replica();
        }
        if (timestamp != lastTime) {
            bytes.putSigned(timestamp - lastTime);
            lastTime = timestamp;
        }
        if (start != 0) {
            bytes.putSigned(timestamp - start);
        }
    }
}
