package io.tenantlens.api.series;

import io.tenantlens.cost.tenant.TenantId;

/**
 * A series that the database knows, as the hot path carries it.
 *
 * @param shard the part of the usage log that holds the tenant
 * @param replica which of the senders that send the same series twice this is, or 0 where there is but one
 */
public record SeriesRef(TenantId tenant, long seriesId, int shard, SeriesKind kind, int replica) {}
