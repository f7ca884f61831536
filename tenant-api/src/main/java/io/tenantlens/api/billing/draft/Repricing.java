package io.tenantlens.api.billing.draft;

import io.tenantlens.api.billing.MeteredCharge;
import io.tenantlens.cost.ratecard.ChargeId;
import io.tenantlens.cost.tenant.TenantId;
import io.tenantlens.cost.time.DateRange;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The same months of the same tenants with another card: usage that the bases don't have is asked for in one query. */
public final class Repricing {

    private final Card card;
    private final Predicate<String> replaced;

    /**
     * A question.
     *
     * @param replaced the plans whose days the card prices instead
     */
    public Repricing(Card card, Predicate<String> replaced) {
        this.card = card;
        this.replaced = replaced;
    }

    /** The bases of those tenants that were on such a plan, as if the card had been theirs. */
    public SortedMap<TenantId, BillBasis> of(Handle handle, SortedMap<TenantId, BillBasis> bases) {
        var questions = new UsageQuestions();
        var affected = new TreeMap<TenantId, BillBasis>();
        bases.forEach((tenant, basis) -> {
            if (basis.phases().stream().anyMatch(this::isReplaced)) {
                affected.put(tenant, basis);
                if (isReplaced(basis.phases().getLast())) {
                    unknown(basis).forEach(charge -> questions.add(tenant, charge, basis.period()));
                }
            }
        });
        questions.ask(handle);
        affected.replaceAll((tenant, basis) -> repriced(basis, questions.of(tenant, basis.period())));
        return affected;
    }

    private boolean isReplaced(PricedPhase phase) {
        return replaced.test(phase.card().ref().plan());
    }

    private BillBasis repriced(BillBasis basis, Map<ChargeId, BigDecimal> asked) {
        var usage = basis.usage();
        if (isReplaced(basis.phases().getLast())) {
            usage = new HashMap<>(asked);
            for (var charge : card.plan().charges()) {
                var known = sameUsage(basis, charge);
                if (charge.meter() != null && known != null) {
                    usage.put(
                            charge.charge().id(),
                            basis.usage().getOrDefault(known.charge().id(), BigDecimal.ZERO));
                }
            }
        }
        return new BillBasis(basis.period(), basis.currency(), phases(basis), usage, List.of(), List.of());
    }

    /** Neighbours that have one card now are one stretch of days. */
    private List<PricedPhase> phases(BillBasis basis) {
        var phases = new ArrayList<PricedPhase>();
        for (var phase : basis.phases()) {
            var priced = isReplaced(phase) ? new PricedPhase(card, phase.days()) : phase;
            var last = phases.isEmpty() ? null : phases.getLast();
            if (last != null
                    && last.card().equals(priced.card())
                    && last.days().end().equals(priced.days().start())) {
                phases.removeLast();
                priced = new PricedPhase(
                        card, new DateRange(last.days().start(), priced.days().end()));
            }
            phases.add(priced);
        }
        return phases;
    }

    private List<MeteredCharge> unknown(BillBasis basis) {
        return card.plan().charges().stream()
                .filter(charge -> charge.meter() != null && sameUsage(basis, charge) == null)
                .toList();
    }

    /** The charge of the tenant's own card that counts the same. */
    private static @Nullable MeteredCharge sameUsage(BillBasis basis, MeteredCharge charge) {
        return basis.phases().getLast().card().plan().charges().stream()
                .filter(own -> own.meter() != null
                        && own.meter().equals(charge.meter())
                        && own.where().equals(charge.where())
                        && own.measure() == charge.measure())
                .findFirst()
                .orElse(null);
    }
}
