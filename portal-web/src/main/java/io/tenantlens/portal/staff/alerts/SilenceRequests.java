package io.tenantlens.portal.staff.alerts;

import io.tenantlens.api.access.StaffScope;
import io.tenantlens.api.alert.StoredAlert;
import io.tenantlens.api.alertmanager.AlertmanagerUnavailableException;
import io.tenantlens.api.alertmanager.Silence.Matcher;
import io.tenantlens.api.alertmanager.Silences;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.ServiceUnavailableException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Silences as people ask for them on a form. */
@Singleton
class SilenceRequests {

    private static final int MOST_HOURS = 24 * 7;
    private static final int LONGEST_REASON = 500;
    private static final long RETRY_SECONDS = 10;

    private final Silences silences;

    @Inject
    SilenceRequests(Silences silences) {
        this.silences = silences;
    }

    /** Makes the silence, or answers what is wrong by field; under no field what is not the form's fault. */
    Map<String, String> create(StaffScope scope, StoredAlert alert, @Nullable String hours, @Nullable String reason) {
        var errors = new HashMap<String, String>();
        int length = hours(hours, errors);
        if (reason == null || reason.isBlank() || reason.length() > LONGEST_REASON) {
            errors.put("reason", "Say why, in up to " + LONGEST_REASON + " characters: others will ask.");
        }
        if (!errors.isEmpty()) {
            return errors;
        }
        var matchers = alert.labels().entrySet().stream()
                .map(label -> Matcher.equal(label.getKey(), label.getValue()))
                .toList();
        try {
            silences.create(
                    scope,
                    matchers,
                    Duration.ofHours(length),
                    String.valueOf(reason).strip());
            return Map.of();
        } catch (AlertmanagerUnavailableException e) {
            return Map.of("", String.valueOf(e.getMessage()));
        }
    }

    void expire(StaffScope scope, UUID silence) {
        if (!silences.areKept()) {
            throw new NotFoundException("There is no Alertmanager, so there are no silences.");
        }
        try {
            silences.expire(scope, silence);
        } catch (AlertmanagerUnavailableException e) {
            throw new ServiceUnavailableException(RETRY_SECONDS, e);
        }
    }

    private static int hours(@Nullable String text, Map<String, String> errors) {
        try {
            int hours = text == null ? 0 : Integer.parseInt(text.strip());
            if (hours >= 1 && hours <= MOST_HOURS) {
                return hours;
            }
        } catch (NumberFormatException e) {
            // told below, like a number that is out of bounds
        }
        errors.put("hours", "Enter whole hours from 1 to " + MOST_HOURS + ".");
        return 0;
    }
}
