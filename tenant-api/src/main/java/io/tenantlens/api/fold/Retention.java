package io.tenantlens.api.fold;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Which months are kept: as they are dropped by whole months, so must the fold think of them. */
@Singleton
class Retention {

    /** What the fold still writes to is not dropped while it writes. */
    private static final Duration MARGIN = Duration.ofDays(1);

    /**
     * The first instants that the fold stores samples and hours of; of what is older it adds to days alone.
     *
     * @param samplesFrom in milliseconds
     * @param hoursFrom in milliseconds
     */
    record Kept(long samplesFrom, long hoursFrom) {

        static final Kept ALL = new Kept(0, 0);
    }

    private final RetentionConfig config;
    private final Clock clock;

    @Inject
    Retention(RetentionConfig config) {
        this(config, Clock.systemUTC());
    }

    Retention(RetentionConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    /** Months of samples that end by this day are dropped. */
    LocalDate samplesDroppedBefore() {
        return day(clock.instant().minus(config.samples()));
    }

    LocalDate hoursDroppedBefore() {
        return day(clock.instant().minus(config.hours()));
    }

    Kept kept() {
        return new Kept(firstKept(config.samples()), firstKept(config.hours()));
    }

    private long firstKept(Duration kept) {
        var month = day(clock.instant().plus(MARGIN).minus(kept)).withDayOfMonth(1);
        return month.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }
}
