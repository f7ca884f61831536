package io.tenantlens.sla.maintenance;

import io.tenantlens.api.problem.FieldError;
import io.tenantlens.cost.tenant.TenantId;
import io.tenantlens.cost.time.Period;
import io.tenantlens.sla.reading.Maintenance;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes maintenance of a draft, or notes everything that is wrong with it. */
final class MaintenanceReader {

    private static final int LONGEST_TITLE = 200;
    private static final Duration LONGEST = Duration.ofDays(7);
    private static final Duration FURTHEST_AHEAD = Duration.ofDays(366);

    private final Instant now;
    private final List<FieldError> errors = new ArrayList<>();

    MaintenanceReader(Instant now) {
        this.now = now;
    }

    List<FieldError> errors() {
        return List.copyOf(errors);
    }

    Optional<Maintenance> read(MaintenanceDraft draft) {
        var tenant = draft.tenant().isBlank()
                ? TenantId.PLATFORM
                : TenantId.ofShop(draft.tenant().strip()).orElse(null);
        if (tenant == null) {
            note("/tenant", "Send the slug of a tenant, or nothing for all of them.");
        }
        var title = draft.title().strip();
        if (title.isEmpty() || title.length() > LONGEST_TITLE) {
            note("/title", "Say in 1 to " + LONGEST_TITLE + " characters what is done.");
        }
        var start = instant("/starts", draft.starts(), draft);
        var end = instant("/ends", draft.ends(), draft);
        if (start != null && !start.isAfter(now)) {
            note("/starts", "Send a time to come: an outage does not become maintenance afterwards.");
        }
        if (start != null && start.isAfter(now.plus(FURTHEST_AHEAD))) {
            note("/starts", "Send a time within a year.");
        }
        if (start != null && end != null && (!end.isAfter(start) || end.isAfter(start.plus(LONGEST)))) {
            note("/ends", "Send a time after the start, at most " + LONGEST.toDays() + " days later.");
        }
        return tenant == null || start == null || end == null || !errors.isEmpty()
                ? Optional.empty()
                : Optional.of(new Maintenance(tenant, title, new Period(start, end)));
    }

    private @Nullable Instant instant(String pointer, String text, MaintenanceDraft draft) {
        try {
            return LocalDateTime.parse(text.strip()).atZone(draft.zone()).toInstant();
        } catch (DateTimeException e) {
            note(pointer, "Send a date and a time, like 2026-11-02T01:00.");
            return null;
        }
    }

    private void note(String pointer, String detail) {
        errors.add(new FieldError(pointer, detail));
    }
}
