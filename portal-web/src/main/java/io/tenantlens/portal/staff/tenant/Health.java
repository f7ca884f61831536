package io.tenantlens.portal.staff.tenant;

import io.tenantlens.api.directory.Tenant;
import io.tenantlens.api.directory.TenantActivity;
import io.tenantlens.cost.health.ActivityScore;
import io.tenantlens.cost.health.ActivityScore.Activity;
import io.tenantlens.portal.format.Look;
import io.tenantlens.portal.staff.tenant.TenantPage.LimitRow;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How a tenant is doing in one line: what needs a look, the worst first, or that nothing does.
 *
 * @param mood good, warn or bad
 */
record Health(String mood, String words) {

    /** A share of failed requests that deserves a look. */
    private static final BigDecimal FAILING = new BigDecimal("0.01");

    private static final Duration SILENT = Duration.ofHours(24);

    static Health of(TenantActivity found, @Nullable Activity activity, List<LimitRow> limits, Look look) {
        if (found.tenant().status() == Tenant.Status.CHURNED) {
            return new Health("", "The shop has left the platform.");
        }
        var bad = new ArrayList<String>();
        var seen = found.lastSeenHour();
        if (seen == null || seen.plus(SILENT).isBefore(look.now())) {
            bad.add(seen == null ? "not seen in 35 days" : "last seen " + look.ago(seen));
        }
        var failed = failed(found);
        if (failed != null && failed.compareTo(FAILING) >= 0) {
            bad.add(look.percent(failed, 2) + " of the requests of 7 days failed");
        }
        if (activity != null && ActivityScore.of(activity) < ActivityScore.CHURN_RISK) {
            bad.add("activity score " + ScoreWords.number(ActivityScore.of(activity), look) + " is below 0.3");
        }
        limits.stream().filter(limit -> limit.mood().equals("bad")).forEach(limit -> bad.add(over(limit)));
        var warn = limits.stream()
                .filter(limit -> limit.mood().equals("warn"))
                .map(Health::over)
                .toList();
        if (!bad.isEmpty() || !warn.isEmpty()) {
            var all = new ArrayList<>(bad);
            all.addAll(warn);
            return new Health(bad.isEmpty() ? "warn" : "bad", "Needs a look: " + String.join("; ", all) + ".");
        }
        return new Health(
                "good",
                failed == null
                        ? "Nothing needs a look; no request was measured in 7 days."
                        : "Nothing needs a look: %s of the requests of 7 days succeeded."
                                .formatted(look.percent(BigDecimal.ONE.subtract(failed), 3)));
    }

    private static String over(LimitRow limit) {
        return "%s %s of %s in the plan".formatted(limit.used(), limit.name().toLowerCase(Locale.ROOT), limit.limit());
    }

    private static @Nullable BigDecimal failed(TenantActivity found) {
        var requests = found.requests();
        var failed = found.failed();
        return requests == null || failed == null || requests.signum() == 0
                ? null
                : failed.divide(requests, MathContext.DECIMAL64);
    }
}
