package io.tenantlens.api.ingest.remotewrite;

import com.google.protobuf.CodedOutputStream;
import io.airlift.compress.snappy.SnappyCompressor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;

/** Writes protobuf messages for tests, field by field. */
public final class Proto {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final CodedOutputStream out = CodedOutputStream.newInstance(bytes);

    private interface Writing {
        void write() throws IOException;
    }

    private Proto write(Writing writing) {
        try {
            writing.write();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Proto text(int field, String value) {
        return write(() -> out.writeString(field, value));
    }

    public Proto bytes(int field, byte[] value) {
        return write(() -> out.writeByteArray(field, value));
    }

    public Proto message(int field, Proto message) {
        return bytes(field, message.toBytes());
    }

    public Proto int64(int field, long value) {
        return write(() -> out.writeInt64(field, value));
    }

    public Proto sint32(int field, int value) {
        return write(() -> out.writeSInt32(field, value));
    }

    public Proto float64(int field, double value) {
        return write(() -> out.writeFixed64(field, Double.doubleToRawLongBits(value)));
    }

    public Proto packedSint64(int field, long... values) {
        var packed = new Proto();
        for (long value : values) {
            packed.write(() -> packed.out.writeSInt64NoTag(value));
        }
        return message(field, packed);
    }

    public Proto packedUint32(int field, int... values) {
        var packed = new Proto();
        for (int value : values) {
            packed.write(() -> packed.out.writeUInt32NoTag(value));
        }
        return message(field, packed);
    }

    public Proto packedFloat64(int field, double... values) {
        var packed = new Proto();
        for (double value : values) {
            packed.write(() -> packed.out.writeDoubleNoTag(value));
        }
        return message(field, packed);
    }

    public byte[] toBytes() {
        write(out::flush);
        return bytes.toByteArray();
    }

    public byte[] snappy() {
        return snappy(toBytes());
    }

    public static byte[] snappy(byte[] unpacked) {
        var compressor = new SnappyCompressor();
        byte[] packed = new byte[compressor.maxCompressedLength(unpacked.length)];
        int length = compressor.compress(unpacked, 0, unpacked.length, packed, 0, packed.length);
        return Arrays.copyOf(packed, length);
    }
}
