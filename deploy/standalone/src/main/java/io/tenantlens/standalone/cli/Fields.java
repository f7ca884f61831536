package io.tenantlens.standalone.cli;

import io.tenantlens.api.input.JsonInput;
import io.tenantlens.cost.money.Currency;
import io.tenantlens.cost.time.DateRange;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Fields that several cases have in common. */
final class Fields {

    private Fields() {}

    /** The currency, BDT by default, with its usual decimals unless others are given. */
    static Currency currency(JsonInput input) {
        var code = input.optional("currency", "BDT", JsonInput::text);
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
    static DateRange dates(JsonInput input) {
        input.only("start", "end", "timeZone");
        var zone = input.optional("timeZone", ZoneOffset.UTC, value -> value.parse(ZoneId::of));
        var start = input.field("start").date(zone);
        var end = input.field("end").date(zone);
        return input.checked(() -> new DateRange(start, end));
    }
}
