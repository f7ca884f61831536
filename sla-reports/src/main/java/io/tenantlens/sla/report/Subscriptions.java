package io.tenantlens.sla.report;

import io.tenantlens.api.access.TenantDatabase;
import io.tenantlens.api.access.TenantScope;
import io.tenantlens.api.audit.AuditEntry;
import io.tenantlens.api.audit.AuditTrail;
import io.tenantlens.api.directory.Tenants;
import io.tenantlens.api.mail.MailAddress;
import io.tenantlens.cost.time.DateRange;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The report subscriptions of a tenant, which its admins keep. */
@Singleton
public class Subscriptions {

    /** More than that nobody reads. */
    public static final int MOST = 10;

    /** How many reports may be sent by hand within an hour. */
    public static final int MOST_BY_HAND = 10;

    private static final int SHOWN = 50;

    private final TenantDatabase database;
    private final Tenants tenants;
    private final AuditTrail trail;
    private final ReportMails mails;
    private final ReportRenderer renderer;
    private final Clock clock;

    @Inject
    Subscriptions(
            TenantDatabase database,
            Tenants tenants,
            AuditTrail trail,
            ReportMails mails,
            ReportRenderer renderer,
            Clock clock) {
        this.database = database;
        this.tenants = tenants;
        this.trail = trail;
        this.mails = mails;
        this.renderer = renderer;
        this.clock = clock;
    }

    /** Those that have not ended, the oldest first. */
    public List<Subscription> list(TenantScope scope) {
        return database.inTransaction(
                scope,
                handle -> handle.createQuery("""
                    SELECT s.subscription_id, s.cadence, s.hour, s.language, s.due_at,
                           coalesce(array_agg(r.address ORDER BY r.address)
                               FILTER (WHERE r.unsubscribed_at IS NULL), '{}') AS addresses,
                           count(r.unsubscribed_at) AS unsubscribed
                    FROM report_subscriptions s
                    JOIN report_recipients r USING (tenant_id, subscription_id)
                    WHERE s.tenant_id = :tenant AND s.ended_at IS NULL
                    GROUP BY s.tenant_id, s.subscription_id
                    ORDER BY s.created_at, s.subscription_id\
                    """)
                        .bind("tenant", scope.tenant().value())
                        .map((row, _) -> subscription(row))
                        .list());
    }

    /** Empty, and nothing added, where the tenant has {@link #MOST} already. */
    public Optional<UUID> add(TenantScope scope, NewSubscription wanted) {
        var zone = tenants.of(scope).timeZone();
        var due = wanted.cadence().next(clock.instant(), wanted.hour(), zone);
        return database.inTransaction(scope, handle -> {
            if (number(handle, scope) >= MOST) {
                return Optional.empty();
            }
            var id = handle.createQuery("""
                INSERT INTO report_subscriptions (tenant_id, cadence, hour, language, due_at, try_at)
                VALUES (current_tenant(), :cadence, :hour, :language, :due, :due)
                RETURNING subscription_id\
                """)
                    .bind("cadence", wanted.cadence().key())
                    .bind("hour", wanted.hour())
                    .bind("language", wanted.language().getLanguage())
                    .bind("due", due)
                    .mapTo(UUID.class)
                    .one();
            handle.createUpdate("""
                INSERT INTO report_recipients (tenant_id, subscription_id, address)
                SELECT current_tenant(), :id, unnest(:addresses)\
                """)
                    .bind("id", id)
                    .bindArray(
                            "addresses",
                            String.class,
                            wanted.recipients().stream().map(MailAddress::value).toArray())
                    .execute();
            trail.record(
                    handle,
                    AuditEntry.of(
                            scope,
                            "report.subscribed",
                            Map.of(
                                    "subscription", id.toString(),
                                    "recipients",
                                            String.valueOf(wanted.recipients().size()))));
            return Optional.of(id);
        });
    }

    /** Ends a subscription; false if the tenant has no such one. */
    public boolean end(TenantScope scope, UUID id) {
        return database.inTransaction(scope, handle -> {
            int ended = handle.createUpdate("""
                UPDATE report_subscriptions SET ended_at = now()
                WHERE tenant_id = current_tenant() AND subscription_id = :id AND ended_at IS NULL\
                """).bind("id", id).execute();
            if (ended == 1) {
                trail.record(
                        handle, AuditEntry.of(scope, "report.unsubscribed", Map.of("subscription", id.toString())));
            }
            return ended == 1;
        });
    }

    /** How sending by hand went. */
    public enum SentByHand {
        SENT,
        NO_SUCH_SUBSCRIPTION,
        NOBODY_LEFT,
        TOO_MANY
    }

    /** Sends the report of the last whole week or month at once, whatever the schedule. */
    public SentByHand sendNow(TenantScope scope, UUID id) {
        var found = list(scope).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElse(null);
        if (found == null) {
            return SentByHand.NO_SUCH_SUBSCRIPTION;
        }
        if (found.recipients().isEmpty()) {
            return SentByHand.NOBODY_LEFT;
        }
        var today = LocalDate.ofInstant(clock.instant(), tenants.of(scope).timeZone());
        var days = found.cadence().before(today);
        var report = renderer.render(scope, days, found.language());
        return database.inTransaction(scope, handle -> {
            if (sentByHandLately(handle, scope) >= MOST_BY_HAND) {
                return SentByHand.TOO_MANY;
            }
            var recipients = ReportMails.recipients(handle, scope.tenant(), id);
            var send = new ReportMails.Send(
                    scope.tenant(), id, days, found.language(), recipients, ReportMails.Occasion.BY_HAND);
            mails.put(handle, send, report);
            trail.record(handle, AuditEntry.of(scope, "report.sent", Map.of("subscription", id.toString())));
            return SentByHand.SENT;
        });
    }

    /** What was sent, the newest first. */
    public List<SentReport> history(TenantScope scope) {
        return database.inTransaction(
                scope,
                handle -> handle.createQuery("""
                    SELECT s.first_day, s.end_day, s.by_hand, s.sent_at, s.skipped, p.cadence,
                           cardinality(s.messages) AS mails,
                           count(*) FILTER (WHERE o.state = 'sent') AS delivered,
                           count(*) FILTER (WHERE o.state = 'parked') AS parked
                    FROM (SELECT * FROM report_sends WHERE tenant_id = :tenant
                          ORDER BY sent_at DESC LIMIT :shown) s
                    JOIN report_subscriptions p USING (tenant_id, subscription_id)
                    LEFT JOIN outbox o ON o.tenant_id = s.tenant_id AND o.message_id = ANY (s.messages)
                    GROUP BY s.send_id, s.first_day, s.end_day, s.by_hand, s.sent_at, s.skipped,
                             p.cadence, s.messages
                    ORDER BY s.sent_at DESC, s.send_id\
                    """)
                        .bind("tenant", scope.tenant().value())
                        .bind("shown", SHOWN)
                        .map((row, _) -> sent(row))
                        .list());
    }

    private static long number(Handle handle, TenantScope scope) {
        return handle.select(
                        "SELECT count(*) FROM report_subscriptions WHERE tenant_id = ? AND ended_at IS NULL",
                        scope.tenant().value())
                .mapTo(Long.class)
                .one();
    }

    private long sentByHandLately(Handle handle, TenantScope scope) {
        return handle.select(
                        "SELECT count(*) FROM report_sends WHERE tenant_id = ? AND by_hand AND sent_at > ?",
                        scope.tenant().value(),
                        clock.instant().minus(Duration.ofHours(1)).atOffset(ZoneOffset.UTC))
                .mapTo(Long.class)
                .one();
    }

    private static Subscription subscription(ResultSet row) throws SQLException {
        return new Subscription(
                row.getObject("subscription_id", UUID.class),
                Cadence.of(row.getString("cadence")),
                row.getInt("hour"),
                Locale.of(row.getString("language"), "BD"),
                row.getTimestamp("due_at").toInstant(),
                Arrays.stream((String[]) row.getArray("addresses").getArray())
                        .map(MailAddress::new)
                        .toList(),
                row.getInt("unsubscribed"));
    }

    private static SentReport sent(ResultSet row) throws SQLException {
        return new SentReport(
                new DateRange(row.getObject("first_day", LocalDate.class), row.getObject("end_day", LocalDate.class)),
                Cadence.of(row.getString("cadence")),
                row.getBoolean("by_hand"),
                row.getTimestamp("sent_at").toInstant(),
                row.getString("skipped"),
                row.getInt("mails"),
                row.getInt("delivered"),
                row.getInt("parked"));
    }
}
