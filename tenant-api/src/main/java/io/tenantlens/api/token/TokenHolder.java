package io.tenantlens.api.token;

import io.tenantlens.cost.tenant.TenantId;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/** Whom a token that is not revoked speaks for. */
record TokenHolder(TenantId tenant, UUID tokenId, Set<TokenScope> scopes, Instant expiresAt) {}
