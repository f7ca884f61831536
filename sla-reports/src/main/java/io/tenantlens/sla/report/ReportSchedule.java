package io.tenantlens.sla.report;

import io.quarkus.scheduler.Scheduled;
import io.tenantlens.api.access.Errands;
import io.tenantlens.api.database.WorkerDatabase;
import io.tenantlens.api.instance.Roles;
import io.tenantlens.cost.tenant.TenantId;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;

/**
 * Sends the reports that are due. Any number of instances may: each subscription is one worker's while it is sent, in one
 * transaction with its mails and its next date, so that a worker that dies has sent nothing and the next one sends it.
 * What was missed while nothing ran is sent afterwards, period by period. Whether a recipient may still have the report is
 * asked when it is rendered, not when it was subscribed to.
 */
@Singleton
class ReportSchedule {

    private static final Logger LOG = Logger.getLogger(ReportSchedule.class);
    private static final Duration AFTER_FAILURE = Duration.ofMinutes(15);
    private static final String ERRAND = "sla-report";

    private record Due(
            TenantId tenant,
            UUID subscription,
            Cadence cadence,
            int hour,
            Locale language,
            Instant at,
            ZoneId zone,
            boolean churned) {}

    private final WorkerDatabase database;
    private final ReportMails mails;
    private final ReportRenderer renderer;
    private final Errands errands;
    private final Roles roles;
    private final Clock clock;

    @Inject
    ReportSchedule(
            WorkerDatabase database,
            ReportMails mails,
            ReportRenderer renderer,
            Errands errands,
            Roles roles,
            Clock clock) {
        this.database = database;
        this.mails = mails;
        this.renderer = renderer;
        this.errands = errands;
        this.roles = roles;
        this.clock = clock;
    }

    @Scheduled(every = "30s", delayed = "15s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        if (roles.works()) {
            sendDue();
        }
    }

    /** Sends all that is due now; returns how many. */
    int sendDue() {
        int sent = 0;
        while (sendNext()) {
            sent++;
        }
        return sent;
    }

    private boolean sendNext() {
        var claimed = new AtomicReference<Due>();
        try {
            return database.inTransaction(handle -> {
                var due = claim(handle);
                due.ifPresent(one -> {
                    claimed.set(one);
                    send(handle, one);
                });
                return due.isPresent();
            });
        } catch (RuntimeException e) {
            var failed = claimed.get();
            if (failed == null) {
                throw e;
            }
            LOG.warnf(e, "report %s of %s failed and is tried again", failed.subscription(), failed.tenant());
            postpone(failed);
            return true;
        }
    }

    private Optional<Due> claim(Handle handle) {
        return handle.createQuery("""
            SELECT s.tenant_id, s.subscription_id, s.cadence, s.hour, s.language, s.due_at, t.time_zone,
                   t.status = 'churned' AS churned
            FROM report_subscriptions s JOIN tenants t USING (tenant_id)
            WHERE s.ended_at IS NULL AND s.try_at <= :now
            ORDER BY s.try_at LIMIT 1 FOR UPDATE OF s SKIP LOCKED\
            """)
                .bind("now", clock.instant())
                .map((row, _) -> new Due(
                        new TenantId(row.getString("tenant_id")),
                        row.getObject("subscription_id", UUID.class),
                        Cadence.of(row.getString("cadence")),
                        row.getInt("hour"),
                        Locale.of(row.getString("language"), "BD"),
                        row.getTimestamp("due_at").toInstant(),
                        ZoneId.of(row.getString("time_zone")),
                        row.getBoolean("churned")))
                .findOne();
    }

    private void send(Handle handle, Due due) {
        var days = due.cadence().before(LocalDate.ofInstant(due.at(), due.zone()));
        var recipients = ReportMails.recipients(handle, due.tenant(), due.subscription());
        var send = new ReportMails.Send(
                due.tenant(), due.subscription(), days, due.language(), recipients, ReportMails.Occasion.SCHEDULE);
        if (due.churned()) {
            end(handle, send, "the shop has left the platform");
        } else if (recipients.isEmpty()) {
            end(handle, send, "every recipient has unsubscribed");
        } else {
            var scope = errands.forTenant(due.tenant(), ERRAND);
            mails.put(handle, send, renderer.render(scope, days, due.language()));
            schedule(handle, due, due.cadence().next(due.at(), due.hour(), due.zone()));
        }
    }

    private void end(Handle handle, ReportMails.Send send, String reason) {
        mails.skip(handle, send, reason);
        handle.execute(
                "UPDATE report_subscriptions SET ended_at = now() WHERE tenant_id = ? AND subscription_id = ?",
                send.tenant().value(),
                send.subscription());
    }

    private static void schedule(Handle handle, Due due, Instant next) {
        handle.createUpdate("""
            UPDATE report_subscriptions SET due_at = :next, try_at = :next
            WHERE tenant_id = :tenant AND subscription_id = :subscription\
            """)
                .bind("next", next)
                .bind("tenant", due.tenant().value())
                .bind("subscription", due.subscription())
                .execute();
    }

    private void postpone(Due due) {
        database.useTransaction(handle -> handle.createUpdate("""
            UPDATE report_subscriptions SET try_at = :later
            WHERE tenant_id = :tenant AND subscription_id = :subscription AND due_at = :due\
            """)
                .bind("later", clock.instant().plus(AFTER_FAILURE))
                .bind("tenant", due.tenant().value())
                .bind("subscription", due.subscription())
                .bind("due", due.at())
                .execute());
    }
}
