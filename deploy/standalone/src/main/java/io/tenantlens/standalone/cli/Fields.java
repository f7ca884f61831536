package io.tenantlens.standalone.cli;

import io.tenantlens.cost.money.Currency;
import io.tenantlens.cost.time.DateRange;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Fields that several cases have in common. */
final class Fields {

    private static final int LONGEST_DATE = 10;

    private Fields() {}

    /** The currency, BDT by default, with its usual decimals unless others are given. */
    static Currency currency(CaseInput input) {
        var code = input.optional("currency", "BDT", CaseInput::text);
        var decimals = input.optional("decimals");
        var place = input.has("currency") ? input.field("currency") : input;
        if (decimals == null) {
            return place.checked(() -> Currency.of(code));
        }
        place.checked(() -> new Currency(code, 0));
        var digits = decimals.integer();
        return decimals.checked(() -> new Currency(code, digits));
    }

    /** Days from start, included, to end, excluded; instants count as their day in the period's zone. */
    static DateRange dates(CaseInput input) {
        input.only("start", "end", "timeZone");
        var zone = input.optional("timeZone", ZoneOffset.UTC, value -> value.parse(ZoneId::of));
        var start = date(input.field("start"), zone);
        var end = date(input.field("end"), zone);
        return input.checked(() -> new DateRange(start, end));
    }

    static LocalDate date(CaseInput value, ZoneId zone) {
        return value.parse(text -> text.length() > LONGEST_DATE
                ? OffsetDateTime.parse(text).atZoneSameInstant(zone).toLocalDate()
                : LocalDate.parse(text));
    }
}
