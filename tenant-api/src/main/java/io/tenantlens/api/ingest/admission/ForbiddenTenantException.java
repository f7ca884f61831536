package io.tenantlens.api.ingest.admission;

/** The sender named a tenant that its credentials do not cover. Nothing of the request is stored. */
public final class ForbiddenTenantException extends RuntimeException {

    public ForbiddenTenantException(IngestCaller caller) {
        super("these credentials may write for " + caller + " alone");
    }
}
