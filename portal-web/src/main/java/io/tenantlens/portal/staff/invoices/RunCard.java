package io.tenantlens.portal.staff.invoices;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run and what may be done with it.
 *
 * @param monthKey as addresses name it
 * @param busy it is computed or issued right now
 * @param done the share of its tenants that are done, in percent
 * @param action the next step; null where there is none or the reader may not take it
 * @param again the step that computes a preview again or runs those that were left out; null likewise
 * @param failedMore how many exceptions are not listed; empty for none
 */
public record RunCard(
        String href,
        String month,
        String monthKey,
        String state,
        String colour,
        String when,
        boolean busy,
        String done,
        List<Count> counts,
        List<Total> totals,
        String exceptions,
        List<Failure> failures,
        String failedMore,
        @Nullable Step action,
        @Nullable Step again) {

    /** Tenants of one state. */
    public record Count(String name, String number) {}

    /** The sums in one currency. */
    public record Total(
            String currency,
            String invoices,
            String subtotal,
            String discount,
            String credit,
            String tax,
            String total) {}

    /** A tenant without a draft, and why. */
    public record Failure(String tenant, String href, String reason) {}

    /**
     * A form with one button.
     *
     * @param note what it does for good; empty where it can be done again
     */
    public record Step(String title, String href, String note) {}
}
