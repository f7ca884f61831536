package io.tenantlens.api.ingest.admission;

import io.tenantlens.cost.tenant.TenantId;

/** Whose data the sender of a request may write. */
public sealed interface IngestCaller {

    /** The tenant of what names none. */
    TenantId owner();

    boolean mayWrite(String tenant);

    /** The platform's own Prometheus and collectors: any tenant, and what names none belongs to the platform. */
    record Platform() implements IngestCaller {

        @Override
        public TenantId owner() {
            return TenantId.PLATFORM;
        }

        @Override
        public boolean mayWrite(String tenant) {
            return true;
        }

        @Override
        public String toString() {
            return "all tenants";
        }
    }

    /** A tenant's own API token. */
    record OneTenant(TenantId owner) implements IngestCaller {

        @Override
        public boolean mayWrite(String tenant) {
            return owner.value().equals(tenant);
        }

        @Override
        public String toString() {
            return "tenant " + owner;
        }
    }
}
