package io.tenantlens.sla.agreement;

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
        String creditMinRequests) {}
