package io.tenantlens.portal.tenant.alerts;

import io.tenantlens.api.alert.StoredAlert;
import io.tenantlens.portal.format.Look;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * An alert as a shop reads it.
 *
 * @param state the class of its colour
 * @param since when it started, as a point in time and as a span
 * @param ended null while it is on
 */
public record AlertRow(
        String title,
        String severity,
        String state,
        String summary,
        String description,
        @Nullable AlertGuide guide,
        String started,
        String since,
        @Nullable String ended,
        String lasted) {

    public static AlertRow of(StoredAlert alert, Look look) {
        var guide = AlertGuide.of(alert.name()).orElse(null);
        var end = alert.endedAt();
        return new AlertRow(
                guide == null ? alert.summary() : guide.title(),
                severity(alert.severity()),
                state(alert.severity()),
                alert.summary(),
                alert.description(),
                guide,
                look.dayAndClock(alert.startsAt()),
                look.ago(alert.startsAt()),
                end == null ? null : look.dayAndClock(end),
                look.lasted(Duration.between(alert.startsAt(), end == null ? look.now() : end)));
    }

    /** The rules' own words mean little to a shop. */
    private static String severity(String severity) {
        return switch (severity) {
            case "critical" -> "urgent";
            case "warning" -> "needs attention";
            default -> "for your information";
        };
    }

    private static String state(String severity) {
        return switch (severity) {
            case "critical" -> "bad";
            case "warning" -> "warn";
            default -> "";
        };
    }
}
