package io.tenantlens.portal.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantlens.cost.money.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LookTest {

    private static final Instant NOW = Instant.parse("2026-10-15T18:30:00Z");
    private static final ZoneId DHAKA = ZoneId.of("Asia/Dhaka");

    private final Look english = new Look(Locale.forLanguageTag("en-BD"), DHAKA, NOW);
    private final Look bengali = new Look(Locale.forLanguageTag("bn-BD"), DHAKA, NOW);

    @Test
    void money_groupsLakhAndCrore() {
        assertThat(english.money(Money.bdt("12345678.90"))).isEqualTo("৳1,23,45,678.90");
        assertThat(english.money(Money.bdt("-0.10"))).isEqualTo("-৳0.10");
        assertThat(bengali.money(Money.bdt("12345678.90"))).isEqualTo("১,২৩,৪৫,৬৭৮.৯০৳");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0             | requests   | 0",
                "1234567       | requests   | 12,34,567",
                "1.005         | requests   | 1.01",
                "999           | bytes      | 999 B",
                "1000          | bytes      | 1 kB",
                "12345678901   | bytes      | 12.3 GB",
                "1234000000    | byte-hours | 1.23 GB·h",
                "743.25        | hours      | 743.3 h",
                "8250.5        | BDT        | ৳8,250.50",
            })
    void quantity_carriesItsUnit(BigDecimal quantity, String unit, String shown) {
        assertThat(english.quantity(quantity, unit)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "950        | requests | 950",
                "12345      | requests | 12.3K",
                "1200000    | requests | 12L",
                "35000000   | requests | 3.5Cr",
                "1200000    | BDT      | ৳12L",
                "5000000000 | bytes    | 5 GB",
            })
    void shortQuantity_fitsAnAxis(BigDecimal quantity, String unit, String shown) {
        assertThat(english.shortQuantity(quantity, unit)).isEqualTo(shown);
    }

    @Test
    void quantity_withoutMeasurement_isADashAndNeverZero() {
        assertThat(english.quantity(null, "requests")).isEqualTo("–");
        assertThat(english.percent(null, 2)).isEqualTo("–");
        assertThat(english.latency(null)).isEqualTo("–");
    }

    @Test
    void percent_keepsTheDecimalsThatAPromiseNeeds() {
        assertThat(english.percent(new BigDecimal("0.99954"), 3)).isEqualTo("99.954%");
        assertThat(english.percent(BigDecimal.ONE, 3)).isEqualTo("100%");
        assertThat(bengali.percent(new BigDecimal("0.9995"), 2)).isEqualTo("৯৯.৯৫%");
    }

    @Test
    void change_roundsHalfUpAndKeepsItsSign() {
        assertThat(english.change(new BigDecimal("112.25"), new BigDecimal("100")))
                .isEqualTo("+12.3%");
        assertThat(english.change(new BigDecimal("75"), new BigDecimal("100"))).isEqualTo("-25.0%");
        assertThat(english.change(new BigDecimal("5"), new BigDecimal("-10"))).isEqualTo("+150.0%");
    }

    @Test
    void change_againstNothing_isEmpty() {
        assertThat(english.change(BigDecimal.ONE, BigDecimal.ZERO)).isEmpty();
        assertThat(english.change(BigDecimal.ONE, null)).isEmpty();
    }

    @Test
    void latency_isInMillisecondsBelowASecond() {
        assertThat(english.latency(new BigDecimal("0.0042"))).isEqualTo("4.2 ms");
        assertThat(english.latency(new BigDecimal("0.183"))).isEqualTo("183 ms");
        assertThat(english.latency(new BigDecimal("2.5"))).isEqualTo("2.5 s");
    }

    @Test
    void times_areInTheZoneOfTheTenant() {
        assertThat(english.today()).isEqualTo("2026-10-16");
        assertThat(english.dayAndClock(NOW)).isEqualTo("16 Oct, 00:30");
        assertThat(bengali.day(LocalDate.of(2026, 10, 16))).isEqualTo("১৬ অক্টো ২০২৬");
        assertThat(english.month(YearMonth.of(2026, 10))).isEqualTo("Oct 2026");
    }

    @Test
    void range_namesItsLastDayAndTheYearOnce() {
        var first = LocalDate.of(2026, 10, 1);

        assertThat(english.range(first, LocalDate.of(2026, 10, 31))).isEqualTo("1 Oct – 31 Oct 2026");
        assertThat(english.range(LocalDate.of(2025, 12, 30), first)).isEqualTo("30 Dec 2025 – 1 Oct 2026");
        assertThat(english.range(first, first)).isEqualTo("1 Oct 2026");
    }

    @ParameterizedTest
    @CsvSource({"1, now", "3, 3 seconds ago", "600, 10 minutes ago", "7200, 2 hours ago", "259200, 3 days ago"})
    void ago_choosesTheUnit(long seconds, String shown) {
        assertThat(english.ago(NOW.minusSeconds(seconds))).isEqualTo(shown);
    }
}
