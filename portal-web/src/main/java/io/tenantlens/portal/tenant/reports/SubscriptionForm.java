package io.tenantlens.portal.tenant.reports;

import io.tenantlens.api.problem.FieldError;
import io.tenantlens.sla.report.NewSubscription;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The form for a new subscription as it was filled in, with what is wrong beside each field.
 *
 * @param problems by the name of the field in the page
 */
public record SubscriptionForm(
        String recipients, String cadence, String hour, String language, Map<String, String> problems) {

    static SubscriptionForm empty(String language) {
        return new SubscriptionForm("", "monthly", "6", language, Map.of());
    }

    static SubscriptionForm of(
            @Nullable String recipients, @Nullable String cadence, @Nullable String hour, @Nullable String language) {
        return new SubscriptionForm(text(recipients), text(cadence), text(hour), text(language), Map.of());
    }

    NewSubscription.Read read() {
        return NewSubscription.read(recipients, cadence, hour, language);
    }

    SubscriptionForm with(List<FieldError> errors) {
        var byField = errors.stream()
                .collect(Collectors.toMap(
                        error -> error.pointer().substring(1), FieldError::detail, (first, _) -> first));
        return new SubscriptionForm(recipients, cadence, hour, language, byField);
    }

    public @Nullable String problem(String field) {
        return problems.get(field);
    }

    private static String text(@Nullable String sent) {
        return sent == null ? "" : sent.strip();
    }
}
