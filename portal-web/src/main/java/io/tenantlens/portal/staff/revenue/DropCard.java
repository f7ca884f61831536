package io.tenantlens.portal.staff.revenue;

import io.tenantlens.api.insight.RevenueQueries.LastDay;
import io.tenantlens.cost.health.DropAttribution;
import io.tenantlens.cost.health.DropAttribution.Change;
import io.tenantlens.portal.format.Look;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The last 24 whole hours against the same hours of the weeks before, and which tenants the difference comes from.
 *
 * @param state {@code bad} for a drop, else {@code good}
 * @param others what the tenants that are not listed changed by, together
 */
public record DropCard(
        String state,
        String verdict,
        String span,
        String now,
        String usual,
        String ratio,
        List<Row> rows,
        String others,
        String change) {

    /** A tenant's part in the change. */
    public record Row(String tenant, String href, String now, String usual, String change, boolean loss) {}

    private static final int SHOWN = 8;

    static @Nullable DropCard of(LastDay lastDay, Look look) {
        var change = DropAttribution.of(lastDay.tenants());
        var baseline = change.baseline().orElse(null);
        var endedAt = lastDay.endedAt().orElse(null);
        return baseline == null || endedAt == null ? null : of(change, baseline, endedAt, look);
    }

    private static DropCard of(Change change, BigDecimal baseline, Instant endedAt, Look look) {
        var shown = change.parts().stream()
                .filter(part -> part.change().signum() != 0)
                .limit(SHOWN)
                .toList();
        var total = change.now().subtract(baseline);
        var ofShown = shown.stream().map(DropAttribution.Part::change).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new DropCard(
                change.drop() ? "bad" : "good",
                change.drop() ? "Revenue drop" : "No drop",
                "24 hours up to " + look.dayAndClock(endedAt),
                money(change.now(), look),
                money(baseline, look),
                look.percent(change.now().divide(baseline, MathContext.DECIMAL64), 1),
                shown.stream().map(part -> row(part, look)).toList(),
                signed(total.subtract(ofShown), look),
                signed(total, look));
    }

    private static Row row(DropAttribution.Part part, Look look) {
        return new Row(
                part.tenant().value(),
                "/staff/tenants/" + part.tenant(),
                money(part.now(), look),
                money(part.baseline(), look),
                signed(part.change(), look),
                part.change().signum() < 0);
    }

    private static String money(BigDecimal amount, Look look) {
        return look.quantity(amount, "BDT");
    }

    private static String signed(BigDecimal amount, Look look) {
        return (amount.signum() > 0 ? "+" : "") + money(amount, look);
    }
}
