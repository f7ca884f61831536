package io.tenantlens.portal.report;

import io.quarkus.qute.RawString;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A report, all of it text and drawings in one language.
 *
 * @param summary sentences
 * @param latencyChart an SVG drawing; null without data
 * @param budgetChart an SVG drawing; null without data
 */
public record SlaReport(
        Words words,
        String shop,
        String period,
        String made,
        List<String> summary,
        List<Objective> objectives,
        List<Week> weeks,
        @Nullable RawString latencyChart,
        List<Endpoint> endpoints,
        @Nullable RawString budgetChart,
        List<Fact> budget,
        List<Usage> usage,
        List<Trouble> incidents,
        List<Work> maintenance,
        List<String> credit,
        List<String> counting) {

    /** A promise: the state is good, bad or none. */
    public record Objective(String name, String promised, String measured, String state, String result) {}

    /** A row of the calendar, Monday first; days outside the period are empty. */
    public record Week(String name, List<Day> days) {}

    /** A day of the calendar: the state is good, bad, none or out. */
    public record Day(String number, String availability, String state) {}

    /** The response times of one endpoint. */
    public record Endpoint(String name, String requests, String p50, String p95, String p99, String within) {}

    /** A figure and its name. */
    public record Fact(String name, String value) {}

    /** What was used, beside the period before. */
    public record Usage(String name, String used, String before, String change) {}

    /** An incident that was published to the tenant. */
    public record Trouble(String what, String from, String to, String failed, String note) {}

    /** Announced maintenance. */
    public record Work(String title, String from, String to) {}

    /** A code such as en. */
    public String language() {
        return words.language();
    }

    public String title() {
        return words.of("title");
    }

    public String subject() {
        return words.of("subject", shop, period);
    }

    public String description() {
        return words.of("description", shop, period);
    }
}
