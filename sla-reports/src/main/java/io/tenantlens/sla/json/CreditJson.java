package io.tenantlens.sla.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tenantlens.cost.money.Money;
import io.tenantlens.sla.claim.CreditClaim;
import io.tenantlens.sla.indicator.NumberText;
import io.tenantlens.sla.reading.SlaReading;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the availability earns, and how far the credit is once the month was closed.
 *
 * @param status absent while nothing was proposed, else proposed, approved, declined or withdrawn
 * @param amount in the currency of the tenant's bills; null until approved, as the bill
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CreditJson(
        String percent,
        @Nullable String status,
        @Nullable String amount,
        @Nullable String bill,
        @Nullable String currency,
        @Nullable Instant decidedAt) {

    /** Null without data. */
    static @Nullable CreditJson of(SlaReading reading, Optional<CreditClaim> claim) {
        var percent = reading.creditPercent().map(NumberText::of).orElse(null);
        if (percent == null) {
            return null;
        }
        return claim.map(one -> new CreditJson(
                        NumberText.of(one.percent()),
                        one.status().name().toLowerCase(Locale.ROOT),
                        text(one.amount()),
                        text(one.bill()),
                        one.amount() == null ? null : one.currency().code(),
                        one.decidedAt()))
                .orElseGet(() -> new CreditJson(percent, null, null, null, null, null));
    }

    private static @Nullable String text(@Nullable Money money) {
        return money == null ? null : money.amount().toPlainString();
    }
}
