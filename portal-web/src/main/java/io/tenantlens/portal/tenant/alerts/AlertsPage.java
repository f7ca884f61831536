package io.tenantlens.portal.tenant.alerts;

import io.tenantlens.portal.layout.PageFrame;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A shop's alerts: those that are on, and those of the last days that are over.
 *
 * @param stale since when nobody told of alerts; null while all is well
 */
public record AlertsPage(
        PageFrame frame,
        String path,
        @Nullable String stale,
        List<AlertRow> active,
        List<AlertRow> history,
        int days) {}
