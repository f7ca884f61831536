package io.tenantlens.sla.month;

import io.quarkus.scheduler.Scheduled;
import io.tenantlens.api.database.WorkerDatabase;
import io.tenantlens.api.instance.Roles;
import io.tenantlens.api.series.Shards;
import io.tenantlens.sla.claim.ProposedCredits;
import io.tenantlens.sla.reading.FoldedUntil;
import io.tenantlens.sla.reading.SlaReading;
import io.tenantlens.sla.reading.SlaReadings;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;

/**
 * Freezes each tenant's month once it is over where the tenant is and all that was acknowledged in it is folded, and compares
 * frozen months with their inputs. Idempotent by tenant, month and revision; one instance works on a batch at a time.
 */
@Singleton
public class MonthCloser {

    private static final Logger LOG = Logger.getLogger(MonthCloser.class);
    private static final int LOCK = 0x5101;
    private static final int BATCH = 100;

    private final WorkerDatabase database;
    private final SlaReadings readings;
    private final Shards shards;
    private final ClosingConfig config;
    private final Roles roles;
    private final Clock clock;

    @Inject
    public MonthCloser(
            WorkerDatabase database,
            SlaReadings readings,
            Shards shards,
            ClosingConfig config,
            Roles roles,
            Clock clock) {
        this.database = database;
        this.readings = readings;
        this.shards = shards;
        this.config = config;
        this.roles = roles;
        this.clock = clock;
    }

    @Scheduled(every = "15m", delayed = "3m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        if (roles.works()) {
            var frozen = close();
            var revised = check();
            LOG.debugf("froze %d months, revised %d", frozen, revised);
        }
    }

    /** Freezes what is due; returns how many months that were. */
    public int close() {
        int frozen = 0;
        for (var month : recentMonths()) {
            var after = "";
            while (!after.equals("~")) {
                var from = after;
                var batch = database.inTransactionAlone(LOCK, handle -> close(handle, month, from))
                        .orElse(Batch.LAST);
                frozen += batch.done;
                after = batch.next;
            }
        }
        return frozen;
    }

    /** Revises what no longer follows from its inputs; returns how many months that were. */
    public int check() {
        int revised = 0;
        for (var month : recentMonths()) {
            var more = true;
            while (more) {
                var batch = database.inTransactionAlone(LOCK, handle -> check(handle, month))
                        .orElse(Batch.LAST);
                revised += batch.done;
                more = !batch.next.equals(Batch.LAST.next);
            }
        }
        return revised;
    }

    /** How many months were written, and the slug after which the next batch begins. */
    private record Batch(int done, String next) {

        /** No slug is after it. */
        static final Batch LAST = new Batch(0, "~");
    }

    private List<YearMonth> recentMonths() {
        var current = YearMonth.from(clock.instant().atOffset(ZoneOffset.ofHours(14)));
        return IntStream.rangeClosed(1, config.catchUpMonths())
                .mapToObj(current::minusMonths)
                .toList();
    }

    private Batch close(Handle handle, YearMonth month, String after) {
        var now = clock.instant();
        var due = MonthTable.due(handle, month, now.minus(config.after()), after, BATCH);
        if (due.isEmpty()) {
            return Batch.LAST;
        }
        var folded = FoldedUntil.read(handle, shards);
        var complete = due.stream()
                .filter(one -> folded.of(one.tenant())
                        .filter(until -> !until.isBefore(one.monthEnd().plus(config.after())))
                        .isPresent())
                .map(MonthTable.Due::tenant)
                .toList();
        int frozen = 0;
        for (var reading : complete.isEmpty() ? List.<SlaReading>of() : readings.month(handle, complete, month)) {
            if (MonthTable.insert(handle, reading, MonthInputs.of(reading), 1, List.of(), now)) {
                new ProposedCredits(handle, now).propose(reading, month, 1);
                frozen++;
            }
        }
        MonthTable.checked(handle, complete, month, now);
        return new Batch(frozen, due.getLast().tenant().value());
    }

    private Batch check(Handle handle, YearMonth month) {
        var now = clock.instant();
        var tenants = MonthTable.unchecked(handle, month, now.minus(config.checkEvery()), BATCH);
        if (tenants.isEmpty()) {
            return Batch.LAST;
        }
        var stored = MonthTable.newest(handle, tenants, month);
        int revised = 0;
        for (var reading : readings.month(handle, tenants, month)) {
            var before = stored.get(reading.tenant());
            if (before != null && revise(handle, reading, before, month, now)) {
                revised++;
            }
        }
        MonthTable.checked(handle, tenants, month, now);
        return new Batch(revised, tenants.getLast().value());
    }

    private static boolean revise(
            Handle handle, SlaReading reading, MonthTable.Stored before, YearMonth month, Instant now) {
        var inputs = MonthInputs.of(reading);
        if (HexFormat.of().formatHex(inputs.checksum()).equals(before.checksum())) {
            return false;
        }
        int revision = before.revision() + 1;
        var changes = inputs.changesSince(before.inputs());
        var revised = MonthTable.insert(handle, reading, inputs, revision, changes, now);
        if (revised) {
            new ProposedCredits(handle, now).propose(reading, month, revision);
        }
        return revised;
    }
}
