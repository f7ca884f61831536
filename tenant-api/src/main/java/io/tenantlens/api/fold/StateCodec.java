package io.tenantlens.api.fold;

import io.tenantlens.api.codec.ByteReader;
import io.tenantlens.api.codec.ByteWriter;
import io.tenantlens.api.histogram.Histogram;

/** Packs the newest samples of a tenant's series on one page. */
final class StateCodec {

    private StateCodec() {}

    static byte[] write(SeriesMemory.Page page, TenantState tenant) {
        var bytes = new ByteWriter(1 << 10);
        var before = 0L;
        for (var slot = 0; slot < SeriesMemory.PAGE; slot++) {
            var series = page.series[slot];
            if (series != null && series.tenant == tenant && series.isKnown()) {
                bytes.putVarint(slot);
                bytes.putSigned(series.lastTime - before);
                bytes.putVarint(series.lastTime - series.firstTime);
                bytes.putDouble(series.lastValue);
                var histogram = series.lastHistogram == null ? new byte[0] : series.lastHistogram.encode();
                bytes.putVarint(histogram.length);
                bytes.putBytes(histogram, 0, histogram.length);
                before = series.lastTime;
            }
        }
        return bytes.toByteArray();
    }

    static void read(ByteReader bytes, SeriesMemory.Page page) {
        var time = 0L;
        while (bytes.hasMore()) {
            var slot = bytes.getCount();
            time += bytes.getSigned();
            var age = bytes.getVarint();
            var value = bytes.getDouble();
            var histogram = bytes.getBytes(bytes.getCount());
            var series = page.series[slot];
            if (series != null) {
                series.lastTime = time;
                series.firstTime = time - age;
                series.lastValue = value;
                series.lastHistogram = histogram.length == 0 ? null : Histogram.decode(histogram);
            }
        }
    }
}
