package io.tenantlens.api.outbox;

import io.tenantlens.cost.tenant.TenantId;
import java.util.UUID;

/**
 * One attempt to deliver.
 *
 * @param id the same in every attempt: send it along, so that whoever gets the message twice can tell
 * @param tenant {@code _platform} where it is about no tenant
 * @param attempt 1 for the first
 */
public record OutboxMessage(UUID id, TenantId tenant, String kind, int attempt, String payload) {}
