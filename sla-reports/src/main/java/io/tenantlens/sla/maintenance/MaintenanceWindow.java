package io.tenantlens.sla.maintenance;

import io.tenantlens.cost.time.Period;
import io.tenantlens.sla.reading.Maintenance;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Maintenance as it was announced, and cancelled if it was. */
public record MaintenanceWindow(
        long id,
        Maintenance work,
        Instant announcedAt,
        @Nullable Instant cancelledAt) {

    public Period period() {
        return work.period();
    }

    /** Once it began its hours are left out for good. */
    public boolean cancellable(Instant now) {
        return cancelledAt == null && now.isBefore(period().start());
    }
}
