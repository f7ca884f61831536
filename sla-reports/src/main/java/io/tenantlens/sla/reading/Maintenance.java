package io.tenantlens.sla.reading;

import io.tenantlens.cost.time.Period;

/** Work that was announced to the tenant before it began; each hour that it touches counts neither way. */
public record Maintenance(String title, Period period) {}
