package io.tenantlens.api.ingest.otlp;

import io.tenantlens.api.ingest.wire.BodyTooLargeException;
import io.tenantlens.api.ingest.wire.MalformedBodyException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;

/** Unpacks gzip, and stops at the limit instead of after it. */
final class GzipBody {

    private GzipBody() {}

    static byte[] unpack(byte[] packed, int maxBytes) {
        try (var stream = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            byte[] unpacked = stream.readNBytes(maxBytes);
            if (unpacked.length == maxBytes && stream.read() >= 0) {
                throw new BodyTooLargeException("unpacked body", maxBytes);
            }
            return unpacked;
        } catch (IOException e) {
            throw new MalformedBodyException("body is not gzip", e);
        }
    }
}
