package io.tenantlens.portal.staff.subscription;

import io.tenantlens.portal.layout.PageFrame;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A tenant's subscription.
 *
 * @param form null for whoever may only read
 */
public record SubscriptionPage(
        PageFrame frame,
        String tenant,
        String slug,
        String mood,
        String state,
        List<Row> history,
        @Nullable Form form) {

    /** A change, the newest first. */
    public record Row(String from, String kind, String mood, String state, String plan) {}

    /**
     * What can be changed.
     *
     * @param problemField what the problem is about: what, plan or from
     */
    public record Form(
            String action, List<Option> wishes, List<Option> plans, String from, String problemField, String problem) {}

    /** Something to choose. */
    public record Option(String value, String title, boolean chosen) {}
}
