package io.tenantlens.portal.tenant.reports;

import io.tenantlens.portal.layout.PageFrame;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The reports of a tenant.
 *
 * @param path where its forms go
 * @param form the form for a new subscription; null for whoever may only read
 * @param refusal why the last action was not done; null if it was
 */
public record ReportsPage(
        PageFrame frame,
        String path,
        List<Download> downloads,
        List<Row> subscriptions,
        @Nullable SubscriptionForm form,
        List<Sent> sent,
        @Nullable String refusal) {

    /** A month as a file, in either language. */
    public record Download(String month, String english, String bengali) {}

    /**
     * A subscription.
     *
     * @param left how many recipients unsubscribed; empty if none did
     * @param sendHref null for whoever may only read, as the next
     */
    public record Row(
            List<String> recipients,
            String left,
            String schedule,
            String language,
            String next,
            String preview,
            @Nullable String sendHref,
            @Nullable String endHref) {}

    /** A report that went out, or did not. */
    public record Sent(String period, String cadence, String at, String how, String mood, String state) {}
}
