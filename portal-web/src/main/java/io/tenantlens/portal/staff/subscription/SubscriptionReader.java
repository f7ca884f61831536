package io.tenantlens.portal.staff.subscription;

import io.tenantlens.api.access.Access;
import io.tenantlens.api.access.Area;
import io.tenantlens.api.billing.subscription.SubscriptionChange;
import io.tenantlens.api.billing.subscription.SubscriptionState;
import io.tenantlens.api.billing.subscription.Subscriptions;
import io.tenantlens.api.directory.Tenant;
import io.tenantlens.portal.format.Look;
import io.tenantlens.portal.layout.StaffVisit;
import io.tenantlens.portal.staff.subscription.SubscriptionPage.Option;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the history of a subscription, and what may become of it. */
@Singleton
class SubscriptionReader {

    private final Subscriptions subscriptions;

    @Inject
    SubscriptionReader(Subscriptions subscriptions) {
        this.subscriptions = subscriptions;
    }

    SubscriptionPage read(
            StaffVisit visit, Tenant tenant, SubscriptionForm sent, Map.@Nullable Entry<String, String> problem) {
        var history = subscriptions.history(visit.scope(), tenant.id());
        var today = LocalDate.ofInstant(visit.look().now(), tenant.timeZone());
        var current = history.on(today).orElse(null);
        var state = current == null ? "not begun" : word(current.state());
        return new SubscriptionPage(
                visit.frame(),
                tenant.name(),
                tenant.id().value(),
                current == null ? "" : mood(current.state()),
                current == null ? state : state + ", " + current.plan(),
                history.changes().reversed().stream()
                        .map(change -> row(change, today, visit.look()))
                        .toList(),
                visit.scope().may(Area.TENANTS, Access.WRITE)
                        ? form(visit, tenant, current, sent, today, problem)
                        : null);
    }

    private SubscriptionPage.Form form(
            StaffVisit visit,
            Tenant tenant,
            @Nullable SubscriptionChange current,
            SubscriptionForm sent,
            LocalDate today,
            Map.@Nullable Entry<String, String> problem) {
        var plans = subscriptions.plans(visit.scope(), tenant.currency().getCurrencyCode()).stream()
                .filter(plan -> current == null || !plan.equals(current.plan()))
                .map(plan -> new Option(plan, plan, plan.equals(sent.plan())))
                .toList();
        return new SubscriptionPage.Form(
                SubscriptionPages.path(tenant.id().value()),
                wishes(current, sent.what()),
                plans,
                sent.from() == null ? today.toString() : sent.from(),
                problem == null ? "" : problem.getKey(),
                problem == null ? "" : problem.getValue());
    }

    private static List<Option> wishes(@Nullable SubscriptionChange current, @Nullable String chosen) {
        var state = current == null ? SubscriptionState.ACTIVE : current.state();
        var wishes = new ArrayList<Option>();
        if (state != SubscriptionState.CANCELLED) {
            wishes.add(new Option("plan", "Change to another plan", "plan".equals(chosen)));
        }
        if (state == SubscriptionState.ACTIVE) {
            wishes.add(new Option("pause", "Pause", "pause".equals(chosen)));
        } else {
            wishes.add(new Option("reactivate", "Reactivate", "reactivate".equals(chosen)));
        }
        if (state != SubscriptionState.CANCELLED) {
            wishes.add(new Option("cancel", "Cancel", "cancel".equals(chosen)));
        }
        return wishes;
    }

    private static SubscriptionPage.Row row(SubscriptionChange change, LocalDate today, Look look) {
        var planned = change.effectiveOn().isAfter(today) ? " (planned)" : "";
        return new SubscriptionPage.Row(
                look.day(change.effectiveOn()) + planned,
                word(change.kind()),
                mood(change.state()),
                word(change.state()),
                change.plan());
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static String mood(SubscriptionState state) {
        return switch (state) {
            case ACTIVE -> "good";
            case PAUSED -> "warn";
            case CANCELLED -> "bad";
        };
    }
}
