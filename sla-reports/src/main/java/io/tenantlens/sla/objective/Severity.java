package io.tenantlens.sla.objective;

/** How soon a person must look. */
public enum Severity {
    /** Now. */
    PAGE,
    /** On the next working day. */
    TICKET
}
