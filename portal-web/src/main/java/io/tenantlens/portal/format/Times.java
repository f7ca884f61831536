package io.tenantlens.portal.format;

import com.ibm.icu.text.DisplayContext;
import com.ibm.icu.text.RelativeDateTimeFormatter;
import com.ibm.icu.text.RelativeDateTimeFormatter.AbsoluteUnit;
import com.ibm.icu.text.RelativeDateTimeFormatter.Direction;
import com.ibm.icu.text.RelativeDateTimeFormatter.RelativeDateTimeUnit;
import com.ibm.icu.text.RelativeDateTimeFormatter.Style;
import com.ibm.icu.util.ULocale;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Dates and spans of time in one language. */
final class Times {

    private static final Map<Locale, Times> BY_LOCALE = new ConcurrentHashMap<>();

    private final DateTimeFormatter day;
    private final DateTimeFormatter dayOfYear;
    private final DateTimeFormatter month;
    private final DateTimeFormatter clock;
    private final DateTimeFormatter dayAndClock;
    private final DateTimeFormatter exactly;
    private final RelativeDateTimeFormatter relative;

    private Times(Locale locale) {
        var digits = locale.getLanguage().equals("bn") ? Locale.forLanguageTag("bn-BD-u-nu-beng") : locale;
        day = pattern("d MMM uuuu", digits);
        dayOfYear = pattern("d MMM", digits);
        month = pattern("MMM uuuu", digits);
        clock = pattern("HH:mm", digits);
        dayAndClock = pattern("d MMM, HH:mm", digits);
        exactly = pattern("d MMM uuuu, HH:mm:ss", digits);
        relative = RelativeDateTimeFormatter.getInstance(
                ULocale.forLocale(locale), null, Style.LONG, DisplayContext.CAPITALIZATION_NONE);
    }

    private static DateTimeFormatter pattern(String pattern, Locale locale) {
        return DateTimeFormatter.ofPattern(pattern).localizedBy(locale);
    }

    static Times in(Locale locale) {
        return BY_LOCALE.computeIfAbsent(locale, Times::new);
    }

    String day(LocalDate date) {
        return day.format(date);
    }

    String dayOfYear(LocalDate date) {
        return dayOfYear.format(date);
    }

    String month(YearMonth of) {
        return month.format(of);
    }

    String clock(ZonedDateTime at) {
        return clock.format(at);
    }

    String dayAndClock(ZonedDateTime at) {
        return dayAndClock.format(at);
    }

    String exactly(ZonedDateTime at) {
        return exactly.format(at);
    }

    /** The last day is shown, since people read a range as including it. */
    String range(LocalDate first, LocalDate last) {
        if (first.equals(last)) {
            return day(first);
        }
        return (first.getYear() == last.getYear() ? dayOfYear(first) : day(first)) + " – " + day(last);
    }

    String ago(Duration age) {
        long seconds = age.toSeconds();
        if (seconds < 2) {
            return relative.format(Direction.PLAIN, AbsoluteUnit.NOW);
        }
        if (seconds < 90) {
            return relative.formatNumeric((double) -seconds, RelativeDateTimeUnit.SECOND);
        }
        if (seconds < Duration.ofMinutes(90).toSeconds()) {
            return relative.formatNumeric((double) -age.toMinutes(), RelativeDateTimeUnit.MINUTE);
        }
        if (seconds < Duration.ofHours(36).toSeconds()) {
            return relative.formatNumeric((double) -age.toHours(), RelativeDateTimeUnit.HOUR);
        }
        return relative.formatNumeric((double) -age.toDays(), RelativeDateTimeUnit.DAY);
    }
}
