package io.tenantlens.portal.staff.subscription;

import io.tenantlens.api.billing.subscription.SubscriptionWish;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** The form as it was sent. */
record SubscriptionForm(
        @RestForm("what") @Nullable String what,
        @RestForm("plan") @Nullable String plan,
        @RestForm("from") @Nullable String from) {

    static final SubscriptionForm EMPTY = new SubscriptionForm(null, null, null);

    /** The wish, or nothing where {@link #problem} says why. */
    Optional<SubscriptionWish> wish() {
        var day = day();
        if (day.isEmpty() || what == null) {
            return Optional.empty();
        }
        return switch (what) {
            case "plan" -> Optional.ofNullable(plan).map(name -> new SubscriptionWish.ToPlan(name, day.get()));
            case "pause" -> Optional.of(new SubscriptionWish.Pause(day.get()));
            case "cancel" -> Optional.of(new SubscriptionWish.Cancel(day.get()));
            case "reactivate" -> Optional.of(new SubscriptionWish.Reactivate(day.get()));
            default -> Optional.empty();
        };
    }

    /** What is wrong, by the field that it is about. */
    Map.Entry<String, String> problem() {
        return day().isEmpty()
                ? Map.entry("from", "Choose the day from which it holds.")
                : "plan".equals(what)
                        ? Map.entry("plan", "Choose the plan.")
                        : Map.entry("what", "Choose what is to change.");
    }

    private Optional<LocalDate> day() {
        try {
            return Optional.ofNullable(from).map(LocalDate::parse);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
