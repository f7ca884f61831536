package io.tenantlens.api.ingest.admission;

import io.quarkus.security.ForbiddenException;
import io.quarkus.security.identity.SecurityIdentity;
import io.tenantlens.cost.tenant.TenantId;

/** Makes a caller from a verified identity. */
public final class IngestCallers {

    /** The role of the platform's own senders, which write for all tenants. */
    public static final String ALL_TENANTS = "ingest";

    /** The role of a tenant's API token with the scope to write. */
    public static final String OWN_TENANT = "ingest-own";

    /** The attribute of such an identity that holds its {@link TenantId}. */
    public static final String TENANT_ATTRIBUTE = "tenant";

    private IngestCallers() {}

    public static IngestCaller of(SecurityIdentity identity) {
        if (identity.hasRole(ALL_TENANTS)) {
            return new IngestCaller.Platform();
        }
        if (identity.hasRole(OWN_TENANT) && identity.getAttribute(TENANT_ATTRIBUTE) instanceof TenantId tenant) {
            return new IngestCaller.OneTenant(tenant);
        }
        throw new ForbiddenException("no right to write measurements");
    }
}
