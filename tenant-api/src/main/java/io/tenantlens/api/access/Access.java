package io.tenantlens.api.access;

/** How far a right goes; the right to change includes the right to read. */
public enum Access {
    NONE,
    READ,
    WRITE;

    boolean covers(Access needed) {
        return compareTo(needed) >= 0;
    }

    static Access higher(Access one, Access other) {
        return one.covers(other) ? one : other;
    }
}
