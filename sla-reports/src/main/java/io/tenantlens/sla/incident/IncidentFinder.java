package io.tenantlens.sla.incident;

import io.quarkus.scheduler.Scheduled;
import io.tenantlens.api.database.WorkerDatabase;
import io.tenantlens.api.instance.Roles;
import io.tenantlens.cost.time.Period;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Derives incidents from the hours of the last weeks, over and over: the same hours give the same incidents, and late samples
 * mend them. What staff wrote to one stays with the incident that covers the same time; one that nobody wrote to goes away
 * with its cause. One instance at a time does it.
 */
@Singleton
public class IncidentFinder {

    private static final int LOCK = 0x5102;
    private static final Duration LOOKED_BACK = Duration.ofDays(35);

    private final WorkerDatabase database;
    private final Roles roles;
    private final Clock clock;

    @Inject
    public IncidentFinder(WorkerDatabase database, Roles roles, Clock clock) {
        this.database = database;
        this.roles = roles;
        this.clock = clock;
    }

    @Scheduled(every = "10m", delayed = "2m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        if (roles.works()) {
            derive();
        }
    }

    public void derive() {
        var now = clock.instant();
        database.useTransactionAlone(LOCK, handle -> derive(handle, now));
    }

    private static void derive(Handle handle, Instant now) {
        var from = now.minus(LOOKED_BACK).truncatedTo(ChronoUnit.DAYS);
        var looked = new Period(from, now.plus(Duration.ofHours(1)));
        var known = new ArrayList<>(IncidentTable.during(handle, looked, Optional.empty(), Integer.MAX_VALUE));
        known.sort(Comparator.comparing((Incident incident) -> incident.period().start())
                .thenComparingLong(Incident::id));
        var old = known.stream()
                .filter(incident -> incident.period().start().isBefore(from))
                .toList();
        known.removeAll(old);
        for (var found : Found.join(BadHours.in(handle, looked))) {
            if (old.stream().anyMatch(found::matches)) {
                continue;
            }
            var match = known.stream().filter(found::matches).findFirst();
            match.ifPresent(known::remove);
            if (match.filter(incident -> isAsFound(incident, found)).isEmpty()) {
                store(handle, match, found, now);
            }
        }
        known.forEach(incident -> takeBack(handle, incident, now));
    }

    private static boolean isAsFound(Incident incident, Found found) {
        return incident.withdrawnAt() == null
                && incident.period().equals(found.period())
                && incident.hours() == found.hours()
                && incident.counted().total().compareTo(found.counted().total()) == 0
                && incident.counted().good().compareTo(found.counted().good()) == 0;
    }

    private static void takeBack(Handle handle, Incident incident, Instant now) {
        if (incident.touched()) {
            IncidentTable.withdraw(handle, incident, now);
        } else {
            IncidentTable.delete(handle, incident);
        }
    }

    private static void store(Handle handle, Optional<Incident> match, Found found, Instant now) {
        match.ifPresentOrElse(
                incident -> IncidentTable.update(handle, incident, found, now),
                () -> IncidentTable.insert(handle, found, now));
    }
}
