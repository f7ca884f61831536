package io.tenantlens.api.billing.draft;

import io.tenantlens.api.billing.NoRateCardException;
import io.tenantlens.api.billing.subscription.SubscriptionHistory;
import io.tenantlens.api.billing.subscription.SubscriptionRows;
import io.tenantlens.cost.tenant.TenantId;
import io.tenantlens.cost.time.BillingPeriod;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jdbi.v3.core.Handle;

/** Reads what the bills of many tenants depend on: a fixed number of queries, however many tenants there are. */
public final class BasisReader {

    private final Handle handle;
    private final YearMonth month;
    private final int correctedMonths;
    private final CardBook cards;

    /** @param correctedMonths so many months before this one are rated again */
    public BasisReader(Handle handle, YearMonth month, int correctedMonths) {
        this.handle = handle;
        this.month = month;
        this.correctedMonths = correctedMonths;
        this.cards = new CardBook(handle);
    }

    /** A tenant whose cards are known and whose usage was asked for. */
    private record Outline(
            BilledTenant tenant,
            BillingPeriod period,
            List<PricedPhase> phases,
            SortedMap<BillingPeriod, Map.Entry<Card, BilledBefore.Month>> earlier) {}

    /**
     * The bases of those tenants that can be billed.
     *
     * @param refused takes those that can't, with the reason
     */
    public SortedMap<TenantId, BillBasis> read(List<BilledTenant> tenants, BiConsumer<TenantId, String> refused) {
        var ids = tenants.stream().map(BilledTenant::id).toList();
        var subscriptions = new SubscriptionRows(handle).of(ids);
        var before = BilledBefore.read(handle, ids, month.minusMonths(correctedMonths), month);
        var credits = OpenCredits.read(handle, ids);
        var questions = new UsageQuestions();
        var outlines = new ArrayList<Outline>();
        for (var tenant : tenants) {
            try {
                var history = subscriptions.getOrDefault(tenant.id(), SubscriptionHistory.NONE);
                outlines.add(outline(tenant, history, before, questions));
            } catch (NoRateCardException | IllegalArgumentException e) {
                refused.accept(tenant.id(), String.valueOf(e.getMessage()));
            }
        }
        questions.ask(handle);
        var bases = new TreeMap<TenantId, BillBasis>();
        for (var outline : outlines) {
            var id = outline.tenant().id();
            var open = credits.getOrDefault(id, List.of()).stream()
                    .filter(credit ->
                            credit.left().currency().equals(outline.tenant().currency()))
                    .toList();
            bases.put(id, basis(outline, questions, open));
        }
        return bases;
    }

    private Outline outline(
            BilledTenant tenant, SubscriptionHistory history, BilledBefore before, UsageQuestions questions) {
        var period = new BillingPeriod(month, tenant.zone());
        var phases = history.active(period.dates()).stream()
                .map(phase -> new PricedPhase(
                        cards.on(period.dates().start(), phase.plan(), tenant.currency()), phase.days()))
                .toList();
        var earlier = new TreeMap<BillingPeriod, Map.Entry<Card, BilledBefore.Month>>();
        before.of(tenant.id()).forEach((of, billed) -> {
            if (!billed.currency().equals(tenant.currency())) {
                throw new IllegalArgumentException("%s was billed in %s, so it can not be corrected in %s"
                        .formatted(
                                of, billed.currency().code(), tenant.currency().code()));
            }
            var card = cards.on(billed.card().validFrom(), billed.card().plan(), billed.currency());
            earlier.put(new BillingPeriod(of, tenant.zone()), Map.entry(card, billed));
        });
        if (!phases.isEmpty()) {
            questions.add(tenant.id(), phases.getLast().card(), period);
        }
        earlier.forEach((of, billed) -> questions.add(tenant.id(), billed.getKey(), of));
        return new Outline(tenant, period, phases, earlier);
    }

    private static BillBasis basis(Outline outline, UsageQuestions questions, List<OpenCredit> credits) {
        var tenant = outline.tenant();
        var earlier = outline.earlier().entrySet().stream()
                .map(month -> new EarlierMonth(
                        month.getKey(),
                        month.getValue().getKey(),
                        questions.of(tenant.id(), month.getKey()),
                        month.getValue().getValue().charges()))
                .toList();
        return new BillBasis(
                outline.period(),
                tenant.currency(),
                outline.phases(),
                questions.of(tenant.id(), outline.period()),
                earlier,
                credits);
    }
}
