package io.tenantlens.api.billing.subscription;

import static java.math.BigDecimal.ZERO;

import io.tenantlens.api.access.StaffDatabase;
import io.tenantlens.api.access.StaffScope;
import io.tenantlens.api.access.TenantAccess;
import io.tenantlens.api.audit.AuditEntry;
import io.tenantlens.api.audit.AuditTrail;
import io.tenantlens.api.billing.NoRateCardException;
import io.tenantlens.api.billing.Plan;
import io.tenantlens.api.billing.internal.Plans;
import io.tenantlens.api.billing.internal.Subscription;
import io.tenantlens.cost.money.Currency;
import io.tenantlens.cost.ratecard.PriceModel;
import io.tenantlens.cost.tenant.TenantId;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Changes of subscriptions by staff. A change never reaches back before another one, nor into a month that was invoiced. */
@Singleton
public class Subscriptions {

    private static final int LONGEST_LEAD_YEARS = 1;

    private final StaffDatabase database;
    private final AuditTrail trail;
    private final Clock clock;

    @Inject
    public Subscriptions(StaffDatabase database, AuditTrail trail, Clock clock) {
        this.database = database;
        this.trail = trail;
        this.clock = clock;
    }

    public SubscriptionHistory history(StaffScope scope, TenantId tenant) {
        return database.inTransaction(scope, handle -> new SubscriptionRows(handle).of(tenant));
    }

    /** The plans that have a card in a currency, by name. */
    public List<String> plans(StaffScope scope, String currency) {
        return database.inTransaction(
                scope,
                handle -> handle.createQuery(
                                "SELECT DISTINCT plan FROM rate_cards WHERE currency = :currency ORDER BY plan")
                        .bind("currency", currency)
                        .mapTo(String.class)
                        .list());
    }

    /**
     * Notes the change, and lets the register follow if its day has come.
     *
     * @throws SubscriptionRefusedException if that can not be
     */
    public SubscriptionChange change(StaffScope scope, TenantId tenant, SubscriptionWish wish) {
        return database.inTransaction(scope, handle -> {
            var rows = new SubscriptionRows(handle);
            var bounds = rows.locked(tenant).orElseThrow(TenantAccess::noSuchTenant);
            var history = rows.of(tenant);
            requireOpen(bounds, history, wish.from());
            var before = history.on(wish.from())
                    .orElseThrow(
                            () -> new SubscriptionRefusedException("from", "The tenant had not signed up by then."));
            var change = changed(handle, bounds.currency(), before, wish);
            rows.add(tenant, change);
            rows.computeAgain(tenant, wish.from());
            rows.follow(tenant, clock.instant().atOffset(ZoneOffset.UTC));
            var detail = Map.of(
                    "kind", SubscriptionRows.lower(change.kind()),
                    "plan", change.plan(),
                    "from", change.effectiveOn().toString());
            trail.record(
                    handle, AuditEntry.of(scope, "subscription.changed", detail).about(tenant));
            return change;
        });
    }

    private void requireOpen(SubscribedTenant tenant, SubscriptionHistory history, LocalDate from) {
        var today = LocalDate.ofInstant(clock.instant(), tenant.zone());
        var last =
                history.changes().isEmpty() ? from : history.changes().getLast().effectiveOn();
        var open = tenant.openFrom(last);
        if (from.isBefore(open)) {
            throw new SubscriptionRefusedException(
                    "from",
                    open.equals(last)
                            ? "There is a change on " + last + " already; choose that day or a later one."
                            : "The invoice of " + tenant.settled() + " is settled; choose " + open
                                    + " or a later day.");
        }
        if (from.isAfter(today.plusYears(LONGEST_LEAD_YEARS))) {
            throw new SubscriptionRefusedException("from", "Choose a day within a year.");
        }
    }

    private static SubscriptionChange changed(
            Handle handle, Currency currency, SubscriptionChange before, SubscriptionWish wish) {
        return switch (wish) {
            case SubscriptionWish.ToPlan(String plan, LocalDate from) -> toPlan(handle, currency, before, plan, from);
            case SubscriptionWish.Pause(LocalDate from) -> {
                require(before.state() == SubscriptionState.ACTIVE, "Only an active subscription can be paused.");
                yield of(ChangeKind.PAUSE, before, from);
            }
            case SubscriptionWish.Cancel(LocalDate from) -> {
                require(before.state() != SubscriptionState.CANCELLED, "The subscription is cancelled already.");
                yield of(ChangeKind.CANCEL, before, from);
            }
            case SubscriptionWish.Reactivate(LocalDate from) -> {
                require(before.state() != SubscriptionState.ACTIVE, "The subscription is active.");
                priced(handle, before.plan(), currency, from);
                yield of(ChangeKind.REACTIVATE, before, from);
            }
        };
    }

    private static SubscriptionChange toPlan(
            Handle handle, Currency currency, SubscriptionChange before, String plan, LocalDate from) {
        require(before.state() != SubscriptionState.CANCELLED, "The subscription is cancelled; reactivate it first.");
        if (plan.equals(before.plan())) {
            throw new SubscriptionRefusedException("plan", "The tenant is on " + plan + " already.");
        }
        var fees = fixedFees(priced(handle, plan, currency, from))
                .compareTo(fixedFees(priced(handle, before.plan(), currency, from)));
        var kind = fees > 0 ? ChangeKind.UPGRADE : fees < 0 ? ChangeKind.DOWNGRADE : ChangeKind.CHANGE;
        return new SubscriptionChange(from, kind, kind.after(before.state()), plan);
    }

    private static SubscriptionChange of(ChangeKind kind, SubscriptionChange before, LocalDate from) {
        return new SubscriptionChange(from, kind, kind.after(before.state()), before.plan());
    }

    /** The card that prices the month of the day; without one the month's invoice would fail. */
    private static Plan priced(Handle handle, String plan, Currency currency, LocalDate day) {
        try {
            return Plans.find(handle, new Subscription(plan, currency, ZoneOffset.UTC), day.withDayOfMonth(1));
        } catch (NoRateCardException e) {
            throw new SubscriptionRefusedException("plan", String.valueOf(e.getMessage()));
        }
    }

    private static BigDecimal fixedFees(Plan plan) {
        return plan.charges().stream()
                .map(charge -> charge.charge().model() instanceof PriceModel.Flat(BigDecimal amount) ? amount : ZERO)
                .reduce(ZERO, BigDecimal::add);
    }

    private static void require(boolean possible, String otherwise) {
        if (!possible) {
            throw new SubscriptionRefusedException("what", otherwise);
        }
    }
}
