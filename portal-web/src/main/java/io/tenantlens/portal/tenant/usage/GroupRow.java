package io.tenantlens.portal.tenant.usage;

/** A value of the dimension that was grouped by, with its part of the whole. */
public record GroupRow(String name, String total, String share, String width) {}
