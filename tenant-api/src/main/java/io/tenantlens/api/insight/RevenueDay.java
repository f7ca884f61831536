package io.tenantlens.api.insight;

import io.tenantlens.api.directory.Tenant;
import java.math.BigDecimal;
import java.time.LocalDate;

/** What the tenants of one tier took in on one of their local days. */
public record RevenueDay(LocalDate day, Tenant.Tier tier, BigDecimal revenue) {}
