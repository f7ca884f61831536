package io.tenantlens.portal.staff.alerts;

import io.tenantlens.portal.layout.PageFrame;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What staff see of alerts.
 *
 * @param silencesProblem why Alertmanager's silences are not shown; null if they are
 * @param mayChange whether silences and dead letters may be acted on
 */
public record AlertsPage(
        PageFrame frame,
        AlertsNow now,
        List<Row> history,
        List<Repeated> flapping,
        List<Held> silences,
        @Nullable String silencesProblem,
        List<Letter> letters,
        boolean mayChange) {

    /** An alert; what it is about is a tenant or the platform. */
    public record Row(
            String href,
            String name,
            String summary,
            String severity,
            String state,
            String about,
            String aboutHref,
            String audience,
            boolean silenced,
            String started,
            String until,
            String lasted) {}

    /** An alert that goes on and off. */
    public record Repeated(String name, String about, String times) {}

    /** A silence that is in force or to come. */
    public record Held(String matchers, String author, String reason, String until, String expire) {}

    /** A message that could not be read. */
    public record Letter(String received, String times, String reason, String payload, String replay, String discard) {}
}
