package io.tenantlens.api.ingest.event;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantlens.api.database.WorkerDatabase;
import io.tenantlens.api.ingest.IngestConfig;
import io.tenantlens.api.ingest.IngestMetrics;
import io.tenantlens.api.ingest.SampleTimes;
import io.tenantlens.api.ingest.admission.IngestCaller;
import io.tenantlens.api.ingest.admission.KnownTenants;
import io.tenantlens.api.ingest.admission.RejectionReason;
import io.tenantlens.api.ingest.admission.TenantRateLimits;
import io.tenantlens.api.usagelog.UsageLog;
import io.tenantlens.api.usagelog.WriteBatch;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Takes usage events in, each once.
 *
 * <p>The keys of the events and what they mean for the meters are written in one transaction: an event is counted if and
 * only if its key is known, so a sender may repeat a batch as often as it likes.
 */
@Singleton
class UsageEvents {

    private final WorkerDatabase database;
    private final KnownTenants tenants;
    private final TenantRateLimits rateLimits;
    private final EventMeters meters;
    private final UsageLog log;
    private final IngestMetrics metrics;
    private final IngestConfig config;
    private final Clock clock = Clock.systemUTC();

    @Inject
    UsageEvents(
            WorkerDatabase database,
            KnownTenants tenants,
            TenantRateLimits rateLimits,
            EventMeters meters,
            UsageLog log,
            IngestMetrics metrics,
            IngestConfig config) {
        this.database = database;
        this.tenants = tenants;
        this.rateLimits = rateLimits;
        this.meters = meters;
        this.log = log;
        this.metrics = metrics;
        this.config = config;
    }

    EventsAnswer take(IngestCaller caller, List<JsonNode> events) throws SQLException {
        var batch = check(caller, events);
        var waiting = rateLimits.take(batch.countByTenant());
        if (!waiting.isEmpty()) {
            metrics.rejected(RejectionReason.RATE_LIMITED);
            throw new RateExceededException(Collections.max(waiting.values()));
        }
        if (!batch.candidates().isEmpty()) {
            database.<SQLException>useTransaction(handle -> store(handle, batch));
        }
        metrics.rejected(batch.rejections());
        return batch.answer();
    }

    private EventBatch check(IngestCaller caller, List<JsonNode> events) {
        var now = clock.instant();
        var reader = new EventReader(caller, tenants, now, SampleTimes.around(now, config.maxAge(), config.maxAhead()));
        var batch = new EventBatch();
        for (int i = 0; i < events.size(); i++) {
            try {
                var event = reader.read(events.get(i));
                meters.check(event);
                batch.add(i, event);
            } catch (InvalidEventException e) {
                batch.reject(i, e.reason(), e.detail());
            }
        }
        return batch;
    }

    private void store(Handle handle, EventBatch batch) throws SQLException {
        var inserted = EventTable.insertNew(handle, batch.candidates());
        var known = batch.keys().stream().filter(key -> !inserted.contains(key)).toList();
        if (!known.isEmpty()) {
            batch.removeKnown(EventTable.hashes(handle, known));
        }
        var readings = new WriteBatch();
        for (var event : batch.candidates()) {
            meters.read(event, readings);
        }
        if (!readings.isEmpty()) {
            log.append(handle, readings); // last, since other writers of the tenants wait from here on
        }
    }
}
