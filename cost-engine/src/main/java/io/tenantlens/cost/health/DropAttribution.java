package io.tenantlens.cost.health;

import io.tenantlens.cost.tenant.TenantId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Tells which tenants a drop of the platform comes from.
 *
 * <p>The baseline is the median of the same span in the weeks before. It is taken over the platform's totals: the one or
 * two weeks in the middle are the baseline weeks, and a tenant's part is its own mean in those. So the parts add up to
 * the platform's baseline exactly, which medians of each tenant would not.
 */
public final class DropAttribution {

    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    private static final int DECIMALS = 10;

    private DropAttribution() {}

    /**
     * What one tenant took in now, and in the same span of each week before.
     *
     * @param weeks the latest first; as many for each tenant, zero where nothing was measured
     */
    public record Spans(TenantId tenant, BigDecimal now, List<BigDecimal> weeks) {

        public Spans {
            weeks = List.copyOf(weeks);
        }
    }

    /** A tenant's part in the change. */
    public record Part(TenantId tenant, BigDecimal now, BigDecimal baseline) {

        /** Negative for a tenant that took in less than usual. */
        public BigDecimal change() {
            return now.subtract(baseline);
        }
    }

    /**
     * The platform against its baseline.
     *
     * @param baseline empty without a single week of figures
     * @param ratio now over baseline; empty without a baseline above zero
     * @param parts one for each tenant, the largest loss first, ties by tenant
     */
    public record Change(
            BigDecimal now, Optional<BigDecimal> baseline, Optional<BigDecimal> ratio, boolean drop, List<Part> parts) {

        public Change {
            parts = List.copyOf(parts);
        }
    }

    /** Compares all tenants together, then each. Weeks in which no tenant took in anything are left out. */
    public static Change of(List<Spans> tenants) {
        var now = sum(tenants, Spans::now);
        var baselineWeeks = baselineWeeks(tenants);
        if (baselineWeeks.isEmpty()) {
            return new Change(now, Optional.empty(), Optional.empty(), false, List.of());
        }
        var parts = tenants.stream()
                .map(one -> new Part(one.tenant(), one.now(), mean(one, baselineWeeks)))
                .sorted(Comparator.comparing(Part::change).thenComparing(Part::tenant))
                .toList();
        var baseline = sum(parts, Part::baseline);
        return new Change(
                now,
                Optional.of(baseline),
                Optional.of(now.divide(baseline, DECIMALS, RoundingMode.HALF_UP)),
                DropDetector.isDrop(now, baseline),
                parts);
    }

    /** The middle one, or the two in the middle, by the platform's total. */
    private static List<Integer> baselineWeeks(List<Spans> tenants) {
        var known = tenants.stream().mapToInt(one -> one.weeks().size()).max().orElse(0);
        var totals = IntStream.range(0, known)
                .mapToObj(week -> sum(tenants, one -> one.weeks().get(week)))
                .toList();
        var byTotal = new ArrayList<>(IntStream.range(0, known)
                .boxed()
                .filter(week -> totals.get(week).signum() > 0)
                .sorted(Comparator.comparing(totals::get))
                .toList());
        if (byTotal.isEmpty()) {
            return List.of();
        }
        var middle = byTotal.size() / 2;
        return byTotal.size() % 2 == 1
                ? List.of(byTotal.get(middle))
                : List.of(byTotal.get(middle - 1), byTotal.get(middle));
    }

    private static BigDecimal mean(Spans tenant, List<Integer> weeks) {
        var sum = sum(weeks, week -> tenant.weeks().get(week));
        return weeks.size() == 1 ? sum : sum.divide(TWO);
    }

    private static <T> BigDecimal sum(List<T> all, Function<T, BigDecimal> amount) {
        return all.stream().map(amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
