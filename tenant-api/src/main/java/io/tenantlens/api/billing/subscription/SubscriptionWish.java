package io.tenantlens.api.billing.subscription;

import java.time.LocalDate;

/** What staff want of a tenant's subscription from a day on. */
public sealed interface SubscriptionWish {

    LocalDate from();

    /** Another plan; by their fixed fees it is an upgrade or a downgrade. */
    record ToPlan(String plan, LocalDate from) implements SubscriptionWish {}

    /** Nothing is due until it is reactivated. */
    record Pause(LocalDate from) implements SubscriptionWish {}

    /** The tenant leaves. */
    record Cancel(LocalDate from) implements SubscriptionWish {}

    /** A paused or cancelled subscription goes on with its plan. */
    record Reactivate(LocalDate from) implements SubscriptionWish {}
}
