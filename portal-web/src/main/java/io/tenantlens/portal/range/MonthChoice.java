package io.tenantlens.portal.range;

import io.tenantlens.portal.format.Look;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A month to look at, as an option of a form. */
public record MonthChoice(String value, String title, boolean chosen) {

    private static final int MONTHS = 25;

    /** A month that is none, or still to come, is read as the one that it is. */
    public static YearMonth read(@Nullable String sent, Look look) {
        var current = YearMonth.from(look.today());
        try {
            var month = sent == null ? current : YearMonth.parse(sent);
            return month.isAfter(current) || month.isBefore(current.minusMonths(MONTHS - 1L)) ? current : month;
        } catch (DateTimeException e) {
            return current;
        }
    }

    /** The months of two years, the newest first. */
    public static List<MonthChoice> around(YearMonth chosen, Look look) {
        var current = YearMonth.from(look.today());
        return IntStream.range(0, MONTHS)
                .mapToObj(current::minusMonths)
                .map(month -> new MonthChoice(month.toString(), look.month(month), month.equals(chosen)))
                .toList();
    }
}
