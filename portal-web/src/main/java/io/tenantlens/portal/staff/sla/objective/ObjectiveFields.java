package io.tenantlens.portal.staff.sla.objective;

import io.tenantlens.portal.staff.sla.SentForm;
import io.tenantlens.sla.agreement.ObjectiveDraft;
import java.util.HashMap;
import java.util.Map;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/**
 * The fields of the form for a version, as sent.
 *
 * @param holder {@code tier:growth}, or {@code tenant} for the one whose slug is in the next field
 */
record ObjectiveFields(
        @RestForm("holder") @Nullable String holder,
        @RestForm("tenant") @Nullable String tenant,
        @RestForm("validFrom") @Nullable String validFrom,
        @RestForm("validUntil") @Nullable String validUntil,
        @RestForm("availability") @Nullable String availability,
        @RestForm("counting") @Nullable String counting,
        @RestForm("slice") @Nullable String slice,
        @RestForm("windowDays") @Nullable String windowDays,
        @RestForm("latencySeconds") @Nullable String latencySeconds,
        @RestForm("latencyPercent") @Nullable String latencyPercent,
        @RestForm("creditSteps") @Nullable String creditSteps,
        @RestForm("creditCap") @Nullable String creditCap,
        @RestForm("creditYearCap") @Nullable String creditYearCap,
        @RestForm("creditMinRequests") @Nullable String creditMinRequests) {

    ObjectiveDraft draft() {
        return new ObjectiveDraft(
                "tenant".equals(holder) ? "tenant:" + text(tenant) : text(holder),
                text(validFrom),
                text(validUntil),
                text(availability),
                text(counting),
                text(slice),
                text(windowDays),
                text(latencySeconds),
                text(latencyPercent),
                text(creditSteps),
                text(creditCap),
                text(creditYearCap),
                text(creditMinRequests));
    }

    SentForm form() {
        return of(draft());
    }

    /** The form that a draft fills. */
    static SentForm of(ObjectiveDraft draft) {
        var ofTenant = draft.holder().startsWith("tenant:");
        var values = new HashMap<String, String>(Map.of(
                "holder", ofTenant ? "tenant" : draft.holder(),
                "tenant", ofTenant ? draft.holder().substring("tenant:".length()) : "",
                "validFrom", draft.validFrom(),
                "validUntil", draft.validUntil(),
                "availability", draft.availability(),
                "counting", draft.counting(),
                "slice", draft.slice(),
                "windowDays", draft.windowDays(),
                "latencySeconds", draft.latencySeconds(),
                "latencyPercent", draft.latencyPercent()));
        values.putAll(Map.of(
                "creditSteps", draft.creditSteps(),
                "creditCap", draft.creditCap(),
                "creditYearCap", draft.creditYearCap(),
                "creditMinRequests", draft.creditMinRequests()));
        return new SentForm(values);
    }

    private static String text(@Nullable String sent) {
        return sent == null ? "" : sent.strip();
    }
}
