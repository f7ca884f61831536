package io.tenantlens.portal.tenant.sla;

import io.tenantlens.portal.format.Look;
import io.tenantlens.portal.range.MonthChoice;
import io.tenantlens.portal.range.QueryText;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What of a month's service is looked at, as sent. What makes no sense is read as not sent. */
record SlaChoice(
        @RestQuery("month") @Nullable String month,
        @RestQuery("endpoint") @Nullable String endpoint,
        @RestQuery("day") @Nullable String day) {

    YearMonth monthOf(Look look) {
        return MonthChoice.read(month, look);
    }

    /** All of them where none is named. */
    Optional<String> endpointOf() {
        return Optional.ofNullable(endpoint).filter(name -> !name.isEmpty());
    }

    /** The day whose hours are shown, if it is one of the month. */
    Optional<LocalDate> dayOf(Look look) {
        try {
            return Optional.ofNullable(day)
                    .map(LocalDate::parse)
                    .filter(date -> YearMonth.from(date).equals(monthOf(look)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    static String query(YearMonth month, Optional<String> endpoint, Optional<LocalDate> day) {
        return "?month=" + month
                + QueryText.of(Map.of(
                        "endpoint",
                        endpoint.orElse(""),
                        "day",
                        day.map(LocalDate::toString).orElse("")));
    }
}
