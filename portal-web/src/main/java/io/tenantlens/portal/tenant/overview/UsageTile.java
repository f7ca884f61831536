package io.tenantlens.portal.tenant.overview;

import io.tenantlens.portal.chart.Sparkline;

/** A meter at a glance: what was used, how that compares with before, and the shape of it. */
public record UsageTile(String title, String value, String change, String before, Sparkline line, String href) {}
