package io.tenantlens.cost.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BillingPeriodTest {

    private static final ZoneId DHAKA = ZoneId.of("Asia/Dhaka");
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    @Test
    void period_startsAtLocalMidnight() {
        var october = new BillingPeriod(YearMonth.of(2026, 10), DHAKA);

        assertThat(october.period())
                .isEqualTo(new Period(Instant.parse("2026-09-30T18:00:00Z"), Instant.parse("2026-10-31T18:00:00Z")));
        assertThat(october.next().previous()).isEqualTo(october);
    }

    @Test
    void period_acrossAChangeOfDaylightSavingTime_isAnHourShorter() {
        var march = new BillingPeriod(YearMonth.of(2026, 3), NEW_YORK);

        assertThat(march.period().length()).isEqualTo(Duration.ofDays(31).minusHours(1));
        assertThat(march.dates().days()).isEqualTo(31);
    }

    /** Golden case KB-DST: months are cut in the tenant's zone. */
    @ParameterizedTest
    @CsvSource({
        "2026-03-01T04:00,3",
        "2026-03-15T00:00,3",
        "2026-03-31T23:59,3",
        "2026-04-01T00:00,4",
        "2026-04-01T00:01,4",
        "2026-04-15T00:00,4",
        "2026-04-30T23:59,4",
        "2026-05-01T00:00,5",
        "2026-05-01T00:01,5"
    })
    void containing_cutsMonthsInTheTenantsZone(LocalDateTime local, int month) {
        var at = local.atZone(NEW_YORK).toInstant();

        var period = BillingPeriod.containing(at, NEW_YORK);

        assertThat(period.month()).isEqualTo(YearMonth.of(2026, month));
        assertThat(period.contains(at)).isTrue();
        assertThat(period.next().contains(at)).isFalse();
    }

    @Test
    void period_thatEndsBeforeItStarts_isRefused() {
        assertThatThrownBy(() -> new Period(Instant.EPOCH, Instant.EPOCH))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("period must start before it ends");
    }
}
