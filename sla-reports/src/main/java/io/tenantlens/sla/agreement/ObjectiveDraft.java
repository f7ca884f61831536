package io.tenantlens.sla.agreement;

import io.tenantlens.sla.indicator.NumberText;
import io.tenantlens.sla.objective.BudgetWindow;
import java.time.LocalDate;
import java.util.Locale;

/**
 * A version of an objective as somebody typed it or as a file has it; an empty text is a field that was left out.
 *
 * @param holder {@code tier:growth} or {@code tenant:acorn}
 * @param counting {@code occurrences} or {@code timeslices}
 * @param windowDays rolling days of the error budget; empty for the calendar month
 * @param creditSteps bounds with the percentage of the bill below them: {@code 99.9:10, 99.0:25}
 */
public record ObjectiveDraft(
        String holder,
        String validFrom,
        String validUntil,
        String availability,
        String counting,
        String slice,
        String windowDays,
        String latencySeconds,
        String latencyPercent,
        String creditSteps,
        String creditCap,
        String creditYearCap,
        String creditMinRequests) {

    /** The same promise again from a day on, without an end. */
    public static ObjectiveDraft like(ObjectiveVersion version, LocalDate from) {
        var objective = version.promise().objective();
        return new ObjectiveDraft(
                version.holder().key(),
                from.toString(),
                "",
                NumberText.of(objective.availability().percent()),
                objective.counting().name().toLowerCase(Locale.ROOT),
                objective.slice().equals(objective.availability())
                        ? ""
                        : NumberText.of(objective.slice().percent()),
                objective.window() instanceof BudgetWindow.Rolling(int days) ? "" + days : "",
                NumberText.of(objective.latencySeconds()),
                NumberText.of(objective.latency().percent()),
                OpenSlo.steps(version.promise().credits()),
                NumberText.of(version.promise().credits().capPercent()),
                NumberText.of(version.promise().limits().yearCapPercent()),
                NumberText.of(version.promise().limits().minRequests()));
    }
}
