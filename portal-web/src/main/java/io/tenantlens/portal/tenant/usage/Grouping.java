package io.tenantlens.portal.tenant.usage;

/** A dimension that the chosen meter can be split by. */
public record Grouping(String name, String href, boolean current) {}
