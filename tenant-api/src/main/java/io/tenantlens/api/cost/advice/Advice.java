package io.tenantlens.api.cost.advice;

import io.tenantlens.cost.tenant.TenantId;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * One thing that could cost less.
 *
 * @param tenant whom it is about; empty for the platform itself
 * @param subject its name, or the pool's
 * @param finding what was seen, in figures
 * @param saving BDT over the days that were looked at
 */
public record Advice(AdviceRule rule, Optional<TenantId> tenant, String subject, String finding, BigDecimal saving) {}
