package io.tenantlens.api.billing.whatif;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.tenantlens.api.access.StaffDatabase;
import io.tenantlens.api.access.StaffScope;
import io.tenantlens.api.billing.draft.BasisReader;
import io.tenantlens.api.billing.draft.BillBasis;
import io.tenantlens.api.billing.draft.BillComposer;
import io.tenantlens.api.billing.draft.BillDraft;
import io.tenantlens.api.billing.draft.BilledTenant;
import io.tenantlens.api.billing.draft.DraftLine;
import io.tenantlens.api.billing.draft.Repricing;
import io.tenantlens.api.billing.whatif.WhatIfAnswer.Amounts;
import io.tenantlens.api.billing.whatif.WhatIfAnswer.OfTenant;
import io.tenantlens.cost.money.Currency;
import io.tenantlens.cost.money.Money;
import io.tenantlens.cost.tenant.TenantId;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/** Rates a month again with another card, over the usage that was really measured. Nothing is stored. */
@Singleton
public class WhatIf {

    /** Tenants whose usage is in memory at once. */
    private static final int CHUNK = 500;

    private final StaffDatabase database;
    private final Clock clock;

    /** A reader pages, sorts and downloads one answer; usage of the month goes on, so it is not kept for long. */
    private final Cache<WhatIfQuestion, WhatIfAnswer> answers = Caffeine.newBuilder()
            .maximumSize(20)
            .expireAfterWrite(Duration.ofMinutes(5))
            .build();

    @Inject
    public WhatIf(StaffDatabase database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    public WhatIfAnswer answer(StaffScope scope, WhatIfQuestion question) {
        var known = answers.getIfPresent(question);
        if (known != null) {
            return known;
        }
        var answer = database.inTransaction(scope, handle -> {
            // The arrays of a query are of a size that a plan made once and for all would not know.
            handle.execute("SET LOCAL plan_cache_mode = force_custom_plan");
            handle.execute("SET LOCAL jit = off");
            return compute(handle, question);
        });
        answers.put(question, answer);
        return answer;
    }

    private WhatIfAnswer compute(Handle handle, WhatIfQuestion question) {
        var currency = question.key().currency();
        var repricing = new Repricing(question.card(), question::concerns);
        var found = new Found(currency);
        var tenants = tenants(handle, question);
        for (var from = 0; from < tenants.size(); from += CHUNK) {
            var chunk = tenants.subList(from, Math.min(from + CHUNK, tenants.size()));
            var bases = new BasisReader(handle, question.month(), 0).read(chunk, found::leaveOut);
            var others = repricing.of(handle, bases);
            for (var tenant : chunk) {
                var basis = bases.get(tenant.id());
                var other = others.get(tenant.id());
                if (basis != null && other != null) {
                    found.add(tenant, usageAndFees(basis), other);
                }
            }
        }
        return new WhatIfAnswer(currency, found.tenants, found.byCharge, found.leftOut, clock.instant());
    }

    /** What this month's card charges, without what is left of other months. */
    private static BillBasis usageAndFees(BillBasis basis) {
        return new BillBasis(basis.period(), basis.currency(), basis.phases(), basis.usage(), List.of(), List.of());
    }

    /** Those who may have been on the plan at some time of the month. */
    private static List<BilledTenant> tenants(Handle handle, WhatIfQuestion question) {
        return handle.createQuery("""
            SELECT t.tenant_id, t.name, t.currency, t.time_zone FROM tenants t
            WHERE t.tenant_id <> '_platform' AND t.currency = :currency AND EXISTS (
                SELECT FROM subscription_changes c WHERE c.tenant_id = t.tenant_id AND c.effective_on < :end
                    AND (:plan::text IS NULL OR c.plan = :plan))
            ORDER BY t.tenant_id\
            """)
                .bind("currency", question.key().currency().code())
                .bind("plan", question.plan())
                .bind("end", end(question.month()))
                .map((row, _) -> new BilledTenant(
                        new TenantId(row.getString("tenant_id")),
                        row.getString("name"),
                        Currency.of(row.getString("currency")),
                        ZoneId.of(row.getString("time_zone"))))
                .list();
    }

    private static LocalDate end(YearMonth month) {
        return month.plusMonths(1).atDay(1);
    }

    /** What was found so far. */
    private static final class Found {

        private final Money zero;
        private final List<OfTenant> tenants = new ArrayList<>();
        private final SortedMap<String, Amounts> byCharge = new TreeMap<>();
        private final SortedMap<TenantId, String> leftOut = new TreeMap<>();

        Found(Currency currency) {
            this.zero = Money.zero(currency);
        }

        void add(BilledTenant tenant, BillBasis basis, BillBasis other) {
            try {
                var now = BillComposer.compose(basis);
                var then = BillComposer.compose(other);
                tenants.add(
                        new OfTenant(tenant.id(), tenant.name(), now.planTitle(), new Amounts(net(now), net(then))));
                now.lines()
                        .forEach(line -> byCharge.merge(
                                charge(line),
                                new Amounts(
                                        line.rated().amount().minus(line.rated().discount()), zero),
                                Amounts::plus));
                then.lines()
                        .forEach(line -> byCharge.merge(
                                charge(line),
                                new Amounts(
                                        zero,
                                        line.rated().amount().minus(line.rated().discount())),
                                Amounts::plus));
            } catch (IllegalArgumentException | ArithmeticException e) {
                leaveOut(tenant.id(), String.valueOf(e.getMessage()));
            }
        }

        void leaveOut(TenantId tenant, String reason) {
            leftOut.put(tenant, reason);
        }

        private static Money net(BillDraft draft) {
            return draft.bill().subtotal().minus(draft.bill().discount());
        }

        private static String charge(DraftLine line) {
            return line.rated().charge().value();
        }
    }
}
