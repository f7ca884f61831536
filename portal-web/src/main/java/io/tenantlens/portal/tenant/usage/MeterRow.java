package io.tenantlens.portal.tenant.usage;

import io.tenantlens.portal.chart.Sparkline;

/** A meter in the table of all meters. */
public record MeterRow(
        String title, String total, String before, String change, Sparkline line, String href, boolean chosen) {}
