package io.tenantlens.api.ingest.remotewrite;

import io.tenantlens.api.ingest.wire.LabelBytes;
import io.tenantlens.api.ingest.wire.MalformedBodyException;
import java.util.Arrays;

/** The texts of a 2.0 request, left where they stand in the body. */
final class SymbolTable {

    private final byte[] body;
    private int[] offsets = new int[256];
    private int[] lengths = new int[256];
    private int size;

    SymbolTable(byte[] body) {
        this.body = body;
    }

    void add(int offset, int length) {
        if (size == 0 && length != 0) {
            throw new MalformedBodyException("the first symbol must be the empty text");
        }
        if (size == offsets.length) {
            offsets = Arrays.copyOf(offsets, size * 2);
            lengths = Arrays.copyOf(lengths, size * 2);
        }
        offsets[size] = offset;
        lengths[size++] = length;
    }

    void addLabel(LabelBytes labels, int name, int value) {
        check(name);
        check(value);
        labels.begin(lengths[name], lengths[value]);
        labels.name(body, offsets[name], lengths[name]);
        labels.value(body, offsets[value], lengths[value]);
    }

    private void check(int reference) {
        if (reference < 0 || reference >= size) {
            throw new MalformedBodyException("reference to symbol " + reference + " of " + size);
        }
    }
}
