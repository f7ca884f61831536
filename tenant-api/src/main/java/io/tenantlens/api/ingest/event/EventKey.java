package io.tenantlens.api.ingest.event;

import io.tenantlens.cost.tenant.TenantId;
import java.util.Comparator;

/** What makes an event the same event, however often it is sent. */
record EventKey(TenantId tenant, String source, String id) implements Comparable<EventKey> {

    private static final Comparator<EventKey> ORDER = Comparator.comparing(EventKey::tenant)
            .thenComparing(EventKey::source)
            .thenComparing(EventKey::id);

    @Override
    public int compareTo(EventKey other) {
        return ORDER.compare(this, other);
    }
}
