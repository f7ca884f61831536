package io.tenantlens.api.ingest.remotewrite;

import io.airlift.compress.MalformedInputException;
import io.airlift.compress.snappy.SnappyDecompressor;
import io.tenantlens.api.ingest.wire.BodyTooLargeException;
import io.tenantlens.api.ingest.wire.MalformedBodyException;
import io.tenantlens.api.ingest.wire.ProtoCursor;

/** Unpacks a snappy block, after a look at the length that it declares: 47 bytes may declare 2.7 GB. */
final class SnappyBody {

    /** Snappy cannot pack more than 64 bytes into 3, so a longer declared length is a lie that would cost memory. */
    private static final int MAX_RATIO = 22;

    private final int maxUnpackedBytes;

    SnappyBody(int maxUnpackedBytes) {
        this.maxUnpackedBytes = maxUnpackedBytes;
    }

    byte[] unpack(byte[] packed) {
        try {
            int length = declaredLength(packed);
            byte[] unpacked = new byte[length];
            int written = new SnappyDecompressor().decompress(packed, 0, packed.length, unpacked, 0, length);
            if (written != length) {
                throw new MalformedBodyException("snappy block ends early");
            }
            return unpacked;
        } catch (MalformedInputException | IndexOutOfBoundsException e) {
            throw new MalformedBodyException("body is not a snappy block", e);
        }
    }

    private int declaredLength(byte[] packed) {
        if (packed.length == 0) {
            throw new MalformedBodyException("body is empty");
        }
        long length = new ProtoCursor(packed, 0, packed.length).varint64();
        if (length < 0 || length > maxUnpackedBytes) {
            throw new BodyTooLargeException("unpacked body", length, maxUnpackedBytes);
        }
        if (length > (long) packed.length * MAX_RATIO) {
            throw new MalformedBodyException("snappy block declares more than it can hold");
        }
        return (int) length;
    }
}
