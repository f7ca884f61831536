package io.tenantlens.portal.format;

import io.tenantlens.cost.money.Currency;
import io.tenantlens.cost.money.Money;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How everything on one page looks: a language, a time zone, and the instant that "ago" counts from. */
public record Look(Locale locale, ZoneId zone, Instant now) {

    /** What stands where nothing was measured: never 0, never 100 %. */
    public static final String NO_DATA = "–";

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal TEN = BigDecimal.TEN;
    private static final BigDecimal SHORTENED_FROM = BigDecimal.valueOf(10_000_000);

    /** All decimals that the currency has: ৳1,23,45,678.90. */
    public String money(Money money) {
        return numbers()
                .money(money.amount(), money.currency().code(), money.currency().decimals());
    }

    /** A price of a unit with all its decimals, which may be more than its currency has: ৳0.0045. */
    public String price(BigDecimal price, Currency currency) {
        var decimals = Math.max(currency.decimals(), price.stripTrailingZeros().scale());
        return numbers().money(price, currency.code(), decimals);
    }

    /** A number that somebody set, with all its decimals. */
    public String exactNumber(BigDecimal number) {
        return numbers().number(number, Math.max(number.stripTrailingZeros().scale(), 0));
    }

    /** A quantity with its unit, precise enough for a table: 1,234, 12.35 GB, 731.5 h. */
    public String quantity(@Nullable BigDecimal quantity, String unit) {
        if (quantity == null) {
            return NO_DATA;
        }
        var measure = Measure.of(unit);
        return switch (measure) {
            case COUNT -> numbers().number(quantity, 2);
            case MONEY -> numbers().money(quantity, unit, 2);
            case BYTES, BYTE_HOURS, HOURS, SECONDS -> scaled(measure, quantity);
        };
    }

    /** A quantity for headlines and axes, where room is short: 12.3L, 45 GB. */
    public String shortQuantity(@Nullable BigDecimal quantity, String unit) {
        if (quantity == null) {
            return NO_DATA;
        }
        var measure = Measure.of(unit);
        return switch (measure) {
            case COUNT -> numbers().compact(quantity);
            case MONEY -> numbers().compactMoney(quantity, unit);
            case HOURS, SECONDS -> numbers().compact(quantity) + " " + measure.symbol(0);
            case BYTES, BYTE_HOURS -> scaled(measure, quantity);
        };
    }

    /** In full below a crore, where every digit still reads at a glance; shortened from there. */
    public String headline(@Nullable BigDecimal quantity, String unit) {
        return quantity != null && quantity.abs().compareTo(SHORTENED_FROM) >= 0
                ? shortQuantity(quantity, unit)
                : quantity(quantity, unit);
    }

    private String scaled(Measure measure, BigDecimal quantity) {
        int step = measure.stepFor(quantity);
        var shown = measure.scaled(quantity, step);
        return numbers().number(shown, shown.abs().compareTo(TEN) < 0 ? 2 : 1) + " " + measure.symbol(step);
    }

    /** A ratio such as 0.9995 as 99.95%. */
    public String percent(@Nullable BigDecimal ratio, int maxDecimals) {
        return ratio == null ? NO_DATA : numbers().percent(ratio.multiply(HUNDRED), maxDecimals);
    }

    /** The change against an earlier value as +12.5%; empty where there is nothing to compare with. */
    public String change(@Nullable BigDecimal now, @Nullable BigDecimal before) {
        if (now == null || before == null || before.signum() == 0) {
            return "";
        }
        return numbers().change(now.subtract(before).multiply(HUNDRED).divide(before.abs(), MathContext.DECIMAL64));
    }

    /** A latency: milliseconds below a second. */
    public String latency(@Nullable BigDecimal seconds) {
        if (seconds == null) {
            return NO_DATA;
        }
        return seconds.compareTo(BigDecimal.ONE) < 0
                ? numbers().number(seconds.movePointRight(3), seconds.compareTo(new BigDecimal("0.01")) < 0 ? 1 : 0)
                        + " ms"
                : numbers().number(seconds, 2) + " s";
    }

    public String number(long value) {
        return numbers().number(BigDecimal.valueOf(value), 0);
    }

    public String day(LocalDate date) {
        return times().day(date);
    }

    public String shortDay(LocalDate date) {
        return times().dayOfYear(date);
    }

    public String month(YearMonth month) {
        return times().month(month);
    }

    public String clock(Instant at) {
        return times().clock(at.atZone(zone));
    }

    public String dayAndClock(Instant at) {
        return times().dayAndClock(at.atZone(zone));
    }

    /** To the second, with the year: for records. */
    public String exactly(Instant at) {
        return times().exactly(at.atZone(zone));
    }

    public String range(LocalDate first, LocalDate last) {
        return times().range(first, last);
    }

    public String ago(Instant at) {
        return times().ago(Duration.between(at, now));
    }

    /** How long something went on: 45 s, 12 min, 3 h 20 min, 2 d 5 h. */
    public String lasted(Duration length) {
        var number = numbers();
        if (length.toMinutes() < 2) {
            return number.number(BigDecimal.valueOf(length.toSeconds()), 0) + " s";
        }
        if (length.toHours() < 1) {
            return number.number(BigDecimal.valueOf(length.toMinutes()), 0) + " min";
        }
        return length.toDays() < 1
                ? number.number(BigDecimal.valueOf(length.toHours()), 0) + " h "
                        + number.number(BigDecimal.valueOf(length.toMinutesPart()), 0) + " min"
                : number.number(BigDecimal.valueOf(length.toDays()), 0) + " d "
                        + number.number(BigDecimal.valueOf(length.toHoursPart()), 0) + " h";
    }

    public LocalDate today() {
        return LocalDate.ofInstant(now, zone);
    }

    private Numbers numbers() {
        return Numbers.in(locale);
    }

    private Times times() {
        return Times.in(locale);
    }
}
