package io.tenantlens.api.directory;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A tenant as the API shows it. */
record TenantJson(
        String tenant,
        String name,
        String tier,
        String hosting,
        String plan,
        String currency,
        String locale,
        String timeZone,
        LocalDate signedUpOn,
        @Nullable LocalDate churnedOn,
        String status) {

    static TenantJson of(Tenant tenant) {
        return new TenantJson(
                tenant.id().value(),
                tenant.name(),
                TenantRows.lower(tenant.tier()),
                TenantRows.lower(tenant.hosting()),
                tenant.plan(),
                tenant.currency().getCurrencyCode(),
                tenant.locale().toLanguageTag(),
                tenant.timeZone().getId(),
                tenant.signedUpOn(),
                tenant.churnedOn(),
                TenantRows.lower(tenant.status()));
    }
}
