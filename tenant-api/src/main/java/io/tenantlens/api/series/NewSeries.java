package io.tenantlens.api.series;

import io.tenantlens.cost.tenant.TenantId;

/** A series as a sender names it, with all its labels. */
public record NewSeries(TenantId tenant, Labels labels, SeriesKind kind) {

    public NewSeries {
        if (labels.metric().isEmpty()) {
            throw new IllegalArgumentException("a series needs a name: " + labels);
        }
    }
}
