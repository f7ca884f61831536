package io.tenantlens.api.alert;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tenantlens.cost.tenant.TenantId;
import java.time.Instant;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * An alert over the JSON API, in Alertmanager's words.
 *
 * @param tenant absent where it names no tenant that we know
 * @param endsAt absent while it is on
 * @param generatorURL for staff alone
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AlertJson(
        String id,
        @Nullable String tenant,
        String fingerprint,
        String alertname,
        String status,
        String severity,
        String audience,
        Instant startsAt,
        @Nullable Instant endsAt,
        String summary,
        String description,
        SortedMap<String, String> labels,
        SortedMap<String, String> annotations,
        @Nullable String generatorURL) {

    static AlertJson of(StoredAlert alert, boolean forStaff) {
        return new AlertJson(
                alert.id().toString(),
                alert.tenant().equals(TenantId.PLATFORM) ? null : alert.tenant().value(),
                alert.fingerprint(),
                alert.name(),
                alert.isActive() ? "firing" : "resolved",
                alert.severity(),
                alert.audience().key(),
                alert.startsAt(),
                alert.endedAt(),
                alert.summary(),
                alert.description(),
                alert.labels(),
                alert.annotations(),
                forStaff ? alert.generatorUrl() : null);
    }
}
