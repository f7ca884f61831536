package io.tenantlens.cost.mrr;

import io.tenantlens.cost.tenant.TenantId;
import java.math.BigDecimal;
import java.time.LocalDate;

/** From that day on a tenant pays so much a month; zero once it has left. */
public record MrrEvent(LocalDate effectiveOn, TenantId tenant, BigDecimal mrr) {

    public MrrEvent {
        if (mrr.signum() < 0) {
            throw new IllegalArgumentException("mrr must not be negative: " + mrr.toPlainString());
        }
    }
}
