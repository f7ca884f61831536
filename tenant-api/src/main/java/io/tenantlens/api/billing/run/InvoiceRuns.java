package io.tenantlens.api.billing.run;

import io.tenantlens.api.access.StaffDatabase;
import io.tenantlens.api.access.StaffScope;
import io.tenantlens.api.audit.AuditEntry;
import io.tenantlens.api.audit.AuditTrail;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.NotFoundException;
import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Starts, approves and issues runs. Each step may be asked for again and then changes nothing; what a step leaves open,
 * because the process ended or took too long, workers finish.
 */
@Singleton
public class InvoiceRuns {

    /** No month has begun anywhere before it begins here. */
    private static final ZoneOffset LAST_ZONE = ZoneOffset.ofHours(14);

    private final StaffDatabase database;
    private final RunEngine engine;
    private final AuditTrail trail;
    private final BillingSettings settings;
    private final Clock clock;

    @Inject
    public InvoiceRuns(
            StaffDatabase database, RunEngine engine, AuditTrail trail, BillingSettings settings, Clock clock) {
        this.database = database;
        this.engine = engine;
        this.trail = trail;
        this.settings = settings;
        this.clock = clock;
    }

    /** Whether a month is over somewhere, so that it may be run at all. */
    public boolean hasEnded(YearMonth month) {
        return !clock.instant()
                .isBefore(month.plusMonths(1).atDay(1).atStartOfDay().toInstant(LAST_ZONE));
    }

    /** The month's run: begun if there is none, computed again while it is a preview, as it is from then on. */
    public InvoiceRun start(StaffScope scope, YearMonth month) {
        var known = database.inTransaction(scope, handle -> new RunRows(handle).latest(month));
        return known.isPresent() && known.get().state() != RunState.PREVIEW ? known.get() : compute(scope, month);
    }

    /** Another run of an issued month, for the tenants that its runs left out. */
    public InvoiceRun startRemaining(StaffScope scope, YearMonth month) {
        var known = database.inTransaction(scope, handle -> new RunRows(handle).latest(month));
        return known.isPresent() && known.get().state() == RunState.APPROVED ? known.get() : compute(scope, month);
    }

    private InvoiceRun compute(StaffScope scope, YearMonth month) {
        var id = database.inTransaction(scope, handle -> {
            long tenants = new RunSteps(handle).open(month, settings.correctedMonths());
            var run = new RunRows(handle).latest(month).orElseThrow();
            record(handle, scope, "invoice-run.computed", run.id(), month, tenants);
            return run.id();
        });
        engine.draft(id);
        return get(scope, id);
    }

    /**
     * Settles that the run is issued as computed.
     *
     * @throws RunRefusedException while it is still computed, or while another run waits to be issued
     */
    public InvoiceRun approve(StaffScope scope, UUID id) {
        database.inTransaction(scope, handle -> {
            var steps = new RunSteps(handle);
            if (steps.lock(id).orElseThrow(InvoiceRuns::noSuchRun) != RunState.PREVIEW) {
                return false;
            }
            if (steps.hasPending(id)) {
                throw new RunRefusedException("The run is still being computed; approve it once no tenant is pending.");
            }
            steps.otherApproved(id).ifPresent(other -> {
                throw new RunRefusedException("The run of " + other + " is approved; issue it first.");
            });
            steps.approve(id);
            record(
                    handle,
                    scope,
                    "invoice-run.approved",
                    id,
                    run(handle, id).month(),
                    run(handle, id).progress().drafted());
            return true;
        });
        return get(scope, id);
    }

    /**
     * Gives each draft its number and makes it final.
     *
     * @throws RunRefusedException if nobody approved the run
     */
    public InvoiceRun issue(StaffScope scope, UUID id) {
        var state = database.inTransaction(scope, handle -> {
            var steps = new RunSteps(handle);
            var before = steps.lock(id).orElseThrow(InvoiceRuns::noSuchRun);
            if (before == RunState.PREVIEW) {
                throw new RunRefusedException("The run is a preview; approve it before it is issued.");
            }
            if (before == RunState.APPROVED && !run(handle, id).issuing()) {
                steps.requestIssue(id);
                record(
                        handle,
                        scope,
                        "invoice-run.issued",
                        id,
                        run(handle, id).month(),
                        run(handle, id).progress().drafted());
            }
            return before;
        });
        if (state == RunState.APPROVED) {
            engine.issue(id);
        }
        return get(scope, id);
    }

    public InvoiceRun get(StaffScope scope, UUID id) {
        return database.inTransaction(scope, handle -> run(handle, id));
    }

    /** The newest month first. */
    public List<InvoiceRun> newest(StaffScope scope, int limit) {
        return database.inTransaction(scope, handle -> new RunRows(handle).newest(limit));
    }

    public Optional<InvoiceRun> latest(StaffScope scope, YearMonth month) {
        return database.inTransaction(scope, handle -> new RunRows(handle).latest(month));
    }

    private static InvoiceRun run(Handle handle, UUID id) {
        return new RunRows(handle).find(id).orElseThrow(InvoiceRuns::noSuchRun);
    }

    private static NotFoundException noSuchRun() {
        return new NotFoundException("There is no such invoice run.");
    }

    private void record(Handle handle, StaffScope scope, String action, UUID id, YearMonth month, long tenants) {
        trail.record(
                handle,
                AuditEntry.of(
                        scope,
                        action,
                        Map.of("run", id.toString(), "month", month.toString(), "tenants", String.valueOf(tenants))));
    }
}
