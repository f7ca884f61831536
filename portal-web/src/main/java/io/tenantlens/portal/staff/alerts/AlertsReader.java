package io.tenantlens.portal.staff.alerts;

import io.tenantlens.api.access.Access;
import io.tenantlens.api.access.Area;
import io.tenantlens.api.alert.AlertFilter;
import io.tenantlens.api.alert.AlertSource;
import io.tenantlens.api.alert.Alerts;
import io.tenantlens.api.alert.StoredAlert;
import io.tenantlens.api.alert.intake.DeadLetters;
import io.tenantlens.api.alertmanager.Alertmanager;
import io.tenantlens.api.alertmanager.AlertmanagerUnavailableException;
import io.tenantlens.api.alertmanager.Silence;
import io.tenantlens.cost.tenant.TenantId;
import io.tenantlens.portal.format.Look;
import io.tenantlens.portal.layout.StaffVisit;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads everything about alerts that staff see on one page. */
@Singleton
class AlertsReader {

    private static final Duration HISTORY = Duration.ofDays(7);
    private static final int MOST = 200;

    private static final List<String> SEVERITIES = List.of("critical", "warning", "info");
    private static final Comparator<StoredAlert> WORST_FIRST = Comparator.comparingInt((StoredAlert alert) ->
                    SEVERITIES.contains(alert.severity()) ? SEVERITIES.indexOf(alert.severity()) : SEVERITIES.size())
            .thenComparing(StoredAlert::tenant)
            .thenComparing(StoredAlert::startsAt, Comparator.reverseOrder());

    private final Alerts alerts;
    private final DeadLetters letters;
    private final Alertmanager alertmanager;

    @Inject
    AlertsReader(Alerts alerts, DeadLetters letters, Alertmanager alertmanager) {
        this.alerts = alerts;
        this.letters = letters;
        this.alertmanager = alertmanager;
    }

    AlertsPage read(StaffVisit visit) {
        var look = visit.look();
        var scope = visit.scope();
        var since = look.now().minus(HISTORY);
        var history = alerts.find(scope, new AlertFilter(AlertFilter.State.RESOLVED, null, null, since, MOST));
        var silences = new ArrayList<AlertsPage.Held>();
        var problem = silences(silences, look);
        return new AlertsPage(
                visit.frame(),
                now(visit),
                history.stream().map(alert -> row(alert, look)).toList(),
                alerts.flapping(scope).stream()
                        .map(one -> new AlertsPage.Repeated(one.name(), about(one.tenant()), look.number(one.times())))
                        .toList(),
                silences,
                problem,
                letters.open(scope).stream().map(letter -> letter(letter, look)).toList(),
                scope.may(Area.OBJECTIVES, Access.WRITE));
    }

    AlertsNow now(StaffVisit visit) {
        var look = visit.look();
        var active = alerts.find(visit.scope(), AlertFilter.active()).stream()
                .sorted(WORST_FIRST)
                .toList();
        return new AlertsNow(
                alerts.sources(visit.scope()).stream()
                        .map(source -> source(source, look))
                        .toList(),
                counts(active, look),
                active.stream().map(alert -> row(alert, look)).toList());
    }

    private @Nullable String silences(List<AlertsPage.Held> found, Look look) {
        if (!alertmanager.isConfigured()) {
            return "No Alertmanager is configured (tenantlens.alertmanager.url).";
        }
        try {
            alertmanager.silences().forEach(silence -> found.add(held(silence, look)));
            return null;
        } catch (AlertmanagerUnavailableException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static AlertsPage.Held held(Silence silence, Look look) {
        return new AlertsPage.Held(
                silence.matchers().stream().map(Silence.Matcher::toString).collect(Collectors.joining(", ")),
                silence.author(),
                silence.reason(),
                look.dayAndClock(silence.endsAt()),
                "/staff/alerts/silences/" + silence.id() + "/expire");
    }

    private static AlertsNow.Source source(AlertSource source, Look look) {
        var heard = source.answeredAt();
        return new AlertsNow.Source(
                switch (source.name()) {
                    case "alertmanager" -> "Alertmanager";
                    case "webhook" -> "Last message from Alertmanager";
                    case "prometheus" -> "Prometheus";
                    default -> source.name();
                },
                heard == null ? "never heard of" : look.ago(heard),
                source.problem() == null ? "" : source.problem(),
                source.isStale(look.now()));
    }

    private static List<AlertsNow.Count> counts(List<StoredAlert> active, Look look) {
        var bySeverity = active.stream().collect(Collectors.groupingBy(StoredAlert::severity, Collectors.counting()));
        return SEVERITIES.stream()
                .map(severity -> new AlertsNow.Count(
                        severity, state(severity), look.number(bySeverity.getOrDefault(severity, 0L))))
                .toList();
    }

    static AlertsPage.Row row(StoredAlert alert, Look look) {
        var end = alert.endedAt();
        return new AlertsPage.Row(
                "/staff/alerts/" + alert.id(),
                alert.name(),
                alert.summary(),
                alert.severity().isEmpty() ? "none" : alert.severity(),
                state(alert.severity()),
                about(alert),
                alert.tenant().equals(TenantId.PLATFORM) ? "" : "/staff/tenants/" + alert.tenant(),
                alert.audience().key(),
                alert.silenced() && alert.isActive(),
                look.dayAndClock(alert.startsAt()),
                end == null ? "" : look.dayAndClock(end),
                look.lasted(Duration.between(alert.startsAt(), end == null ? look.now() : end)));
    }

    private static String about(StoredAlert alert) {
        var named = alert.labels().getOrDefault("tenant_id", "");
        return alert.tenant().equals(TenantId.PLATFORM) && !named.isEmpty()
                ? named + " (no such tenant)"
                : about(alert.tenant());
    }

    private static String about(TenantId tenant) {
        return tenant.equals(TenantId.PLATFORM) ? "the platform" : tenant.value();
    }

    private static AlertsPage.Letter letter(DeadLetters.Letter letter, Look look) {
        var path = "/staff/alerts/letters/" + letter.id();
        return new AlertsPage.Letter(
                look.dayAndClock(letter.receivedAt()),
                look.number(letter.times()),
                letter.reason(),
                letter.payload(),
                path + "/replay",
                path + "/discard");
    }

    private static String state(String severity) {
        return switch (severity) {
            case "critical" -> "bad";
            case "warning" -> "warn";
            default -> "";
        };
    }
}
