package io.tenantlens.sla.reading;

import io.tenantlens.cost.tenant.TenantId;
import io.tenantlens.cost.time.DateRange;
import io.tenantlens.sla.indicator.Availability;
import io.tenantlens.sla.objective.BurnAlerts;
import io.tenantlens.sla.objective.BurnRate;
import io.tenantlens.sla.objective.ErrorBudget;
import io.tenantlens.sla.objective.Severity;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A tenant's service over some of its local days, as of an instant. Days and endpoints without data are absent.
 *
 * @param availability counted as the objective says, over all days
 * @param maintenance what was announced for these days; its hours are in none of the counts
 * @param days requests of each day, good and all, whatever the counting method
 * @param lately requests of the last hours before the instant, by the length of the window
 * @param counts the availability by either method, whichever was promised
 * @param budgetDays the days that the error budget is for
 * @param signals what is measured besides and not promised
 */
public record SlaReading(
        TenantId tenant,
        DateRange period,
        Instant asOf,
        Promise promise,
        List<Maintenance> maintenance,
        Availability availability,
        SortedMap<LocalDate, Availability> days,
        SortedMap<Duration, Availability> lately,
        Latency latency,
        SortedMap<String, Latency> endpoints,
        SortedMap<LocalDate, Latency> latencyByDay,
        Counts counts,
        BudgetDays budgetDays,
        Signals signals) {

    /** Requests, and hours that were good enough. */
    public record Counts(Availability occurrences, Availability timeslices) {}

    private static final Duration DAY = Duration.ofDays(1);

    public ErrorBudget budget() {
        return new ErrorBudget(promise.objective().availability(), budgetDays.counted());
    }

    /** How fast the budget went lately; windows without requests are absent. */
    public SortedMap<Duration, BurnReading> burns() {
        var burns = new TreeMap<Duration, BurnReading>();
        lately.forEach((window, counted) -> {
            if (counted.hasData()) {
                burns.put(window, new BurnReading(counted, promise.objective().availability()));
            }
        });
        return burns;
    }

    /** When the budget is used up if failures go on as in the last day. Empty if that is not in sight. */
    public Optional<Instant> exhaustedAt() {
        var lastDay = lately.get(DAY);
        return lastDay == null
                ? Optional.empty()
                : budget().exhaustedIn(DAY, lastDay.bad()).map(asOf::plus);
    }

    /**
     * The share of the budget that was left at the end of each of its days. It never rises, because each day is
     * measured against the budget of all requests of these days.
     */
    public SortedMap<LocalDate, BigDecimal> burnDown() {
        var all = RequestCounts.sum(budgetDays.days().values());
        var left = new TreeMap<LocalDate, BigDecimal>();
        var failed = BigDecimal.ZERO;
        for (var day : budgetDays.days().entrySet()) {
            failed = failed.add(day.getValue().bad());
            var soFar = new Availability(all.total().subtract(failed), all.total());
            new ErrorBudget(promise.objective().availability(), soFar)
                    .remainingShare()
                    .ifPresent(share -> left.put(day.getKey(), share));
        }
        return left;
    }

    /** How urgently somebody must look, as far as windows of hours tell. */
    public List<Severity> burnAlerts() {
        var rates = new TreeMap<Duration, BurnRate>();
        burns().forEach((window, burn) -> rates.put(window, burn.rate()));
        return BurnAlerts.forWindow(promise.objective().window().nominalDays()).firing(rates);
    }

    /** Whether enough requests were fast enough; empty without data. */
    public Optional<Boolean> latencyKept() {
        var objective = promise.objective();
        double promised = objective.latency().percent().doubleValue() / 100;
        return latency.hasData()
                ? Optional.of(latency.shareWithin(objective.latencySeconds().doubleValue()) >= promised)
                : Optional.empty();
    }

    /** The percentage of the month's bill that the availability earns as a credit; empty without data. */
    public Optional<BigDecimal> creditPercent() {
        return availability
                .percent()
                .map(percent -> promise.limits().excludes(counts.occurrences().total())
                        ? BigDecimal.ZERO
                        : promise.credits().percentFor(percent));
    }
}
