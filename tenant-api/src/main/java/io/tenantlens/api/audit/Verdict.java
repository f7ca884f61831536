package io.tenantlens.api.audit;

/** What a walk along the chain found. */
public sealed interface Verdict {

    /** Nothing was touched. */
    record Intact(long records, String headHash) implements Verdict {}

    /** The first record that is not as it was written. */
    record Broken(long position, String finding) implements Verdict {}
}
