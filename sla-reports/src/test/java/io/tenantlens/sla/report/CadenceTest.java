package io.tenantlens.sla.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantlens.cost.time.DateRange;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class CadenceTest {

    private static final ZoneId DHAKA = ZoneId.of("Asia/Dhaka");

    @Test
    void monthly_isForTheMonthBefore() {
        assertThat(Cadence.MONTHLY.before(LocalDate.of(2026, 11, 1)))
                .isEqualTo(new DateRange(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 11, 1)));
    }

    @Test
    void weekly_isForTheLastWholeWeek() {
        var week = new DateRange(LocalDate.of(2026, 10, 12), LocalDate.of(2026, 10, 19));

        assertThat(Cadence.WEEKLY.before(LocalDate.of(2026, 10, 19))).isEqualTo(week);
        assertThat(Cadence.WEEKLY.before(LocalDate.of(2026, 10, 25))).isEqualTo(week);
    }

    @Test
    void next_isInTheZoneOfTheShop() {
        var before = Instant.parse("2026-10-31T23:59:59Z");

        assertThat(Cadence.MONTHLY.next(before, 6, DHAKA)).isEqualTo(Instant.parse("2026-11-01T00:00:00Z"));
        assertThat(Cadence.MONTHLY.next(Instant.parse("2026-11-01T00:00:00Z"), 6, DHAKA))
                .isEqualTo(Instant.parse("2026-12-01T00:00:00Z"));
        assertThat(Cadence.WEEKLY.next(Instant.parse("2026-10-20T06:30:00Z"), 6, DHAKA))
                .isEqualTo(Instant.parse("2026-10-26T00:00:00Z"));
    }

    @Test
    void hourThatAZoneSkips_isTheNextOneThatItHas() {
        var berlin = ZoneId.of("Europe/Berlin");
        var cairo = ZoneId.of("Africa/Cairo");

        assertThat(Cadence.WEEKLY.next(Instant.parse("2026-10-24T12:00:00Z"), 2, berlin))
                .isEqualTo(Instant.parse("2026-10-26T01:00:00Z"));
        assertThat(Cadence.MONTHLY.next(Instant.parse("2026-04-24T12:00:00Z"), 0, cairo))
                .isEqualTo(Instant.parse("2026-04-30T21:00:00Z"));
    }
}
