package io.tenantlens.portal.staff.costs;

import io.tenantlens.api.cost.advice.Advice;
import io.tenantlens.api.cost.advice.AdviceRule;
import io.tenantlens.api.cost.advice.CostAdviser;
import io.tenantlens.api.cost.budget.BudgetUse;
import io.tenantlens.api.cost.platform.PlatformCost;
import io.tenantlens.api.cost.platform.PoolCost;
import io.tenantlens.api.cost.setting.CostPoolRule.Kind;
import io.tenantlens.portal.format.Figure;
import io.tenantlens.portal.format.Look;
import io.tenantlens.portal.staff.costs.CostPage.AdviceCard;
import io.tenantlens.portal.staff.costs.CostPage.BudgetRow;
import io.tenantlens.portal.staff.costs.CostPage.PoolRow;
import io.tenantlens.portal.staff.costs.CostPage.ProofCard;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Words the parts of the cost page that are about the platform as a whole. */
final class CostCards {

    private static final int ADVICE_SHOWN = 20;
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1_000);

    private final Look look;

    CostCards(Look look) {
        this.look = look;
    }

    List<Figure> figures(PlatformCost cost) {
        var proof = cost.proof();
        var used = cost.used();
        var change = look.change(cost.ofTenants(), cost.before());
        return List.of(
                new Figure(
                        "Cost of the platform",
                        look.headline(proof.origin(), "BDT"),
                        "what tenants carry, what is idle and what is unallocated"),
                new Figure(
                        "Carried by tenants",
                        look.headline(proof.allocated(), "BDT"),
                        change.isEmpty() ? "nothing to compare with" : change + " against the days before"),
                new Figure(
                        "For 1,000 requests",
                        money(times(used.perRequest(proof.allocated()))),
                        "what tenants carry over their requests"),
                new Figure("For an order", money(used.perOrder(proof.allocated())), "over completed orders"),
                new Figure(
                        "For an active user",
                        money(used.perActiveUser(proof.allocated())),
                        "over the most users of each tenant at once"),
                new Figure(
                        "For a GB stored",
                        money(used.perGigabyte(cost.storage())),
                        "cost of storage over gigabytes kept for a month of 730 hours"));
    }

    ProofCard proof(PlatformCost cost) {
        var proof = cost.proof();
        var holds = proof.holds() && cost.ofTenants().compareTo(proof.allocated()) == 0;
        return new ProofCard(
                holds ? "good" : "bad",
                holds ? "Adds up to the last unit" : "Does not add up",
                "%s of %s days proved%s. The tenants below add up to %s."
                        .formatted(
                                look.number(proof.proved()),
                                look.number(proof.days()),
                                proof.computedAt()
                                        .map(at -> ", allocated " + look.ago(at))
                                        .orElse(""),
                                look.quantity(cost.ofTenants(), "BDT")),
                List.of(
                        part(
                                "Shared",
                                "pools divided over tenants by what they used or evenly",
                                kind(cost, Kind.SHARED),
                                cost),
                        part("Own", "instances that one tenant has alone", kind(cost, Kind.DEDICATED), cost),
                        part("Overhead", "serves all; follows direct cost", kind(cost, Kind.OVERHEAD), cost),
                        part("Idle", "paid for and not used; carried by nobody", proof.idle(), cost),
                        part("Unallocated", "no rule could give it to a tenant", proof.unallocated(), cost)),
                look.quantity(proof.origin(), "BDT"));
    }

    private static BigDecimal kind(PlatformCost cost, Kind kind) {
        return cost.pools().stream()
                .filter(pool -> pool.kind() == kind)
                .map(PoolCost::allocated)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private ProofCard.Part part(String name, String definition, BigDecimal amount, PlatformCost cost) {
        return new ProofCard.Part(
                name,
                definition,
                look.quantity(amount, "BDT"),
                look.percent(share(amount, cost.proof().origin()), 1));
    }

    List<PoolRow> pools(PlatformCost cost) {
        return cost.pools().stream()
                .map(pool -> new PoolRow(
                        pool.title(),
                        pool.type().title(),
                        pool.kind() == Kind.DEDICATED
                                ? "own"
                                : pool.kind().name().toLowerCase(Locale.ROOT),
                        pool.source().equals("usage")
                                ? "unit cost"
                                : pool.source().replace("usage", "unit cost"),
                        look.quantity(pool.origin(), "BDT"),
                        look.quantity(pool.allocated(), "BDT"),
                        look.quantity(pool.idle(), "BDT"),
                        look.quantity(pool.unallocated(), "BDT")))
                .toList();
    }

    List<BudgetRow> budgets(List<BudgetUse> uses) {
        return uses.stream()
                .map(use -> new BudgetRow(
                        CostReader.href(use.tenant()),
                        use.name(),
                        money(use.budget()),
                        look.quantity(use.spent(), "BDT"),
                        look.percent(use.used(), 1),
                        use.expected()
                                .map(month -> "%s (%s – %s)"
                                        .formatted(
                                                look.quantity(month.value(), "BDT"),
                                                look.quantity(month.low(), "BDT"),
                                                look.quantity(month.high(), "BDT")))
                                .orElse(Look.NO_DATA),
                        use.isExceeded() ? "bad" : use.willBeExceeded() ? "warn" : "good",
                        use.isExceeded() ? "exceeded" : use.willBeExceeded() ? "will be exceeded" : "within"))
                .toList();
    }

    AdviceCard advice(PlatformCost cost) {
        var all = new CostAdviser(cost.proof().days()).advise(cost);
        var sum = all.stream().map(Advice::saving).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new AdviceCard(
                look.quantity(sum, "BDT"),
                all.stream().limit(ADVICE_SHOWN).map(this::advice).toList(),
                Arrays.stream(AdviceRule.values())
                        .map(rule -> new AdviceCard.Rule(rule.title(), rule.definition()))
                        .toList());
    }

    private AdviceCard.AdviceRow advice(Advice advice) {
        return new AdviceCard.AdviceRow(
                advice.tenant().map(CostReader::href).orElse(""),
                advice.subject(),
                advice.rule().title(),
                advice.finding(),
                look.quantity(advice.saving(), "BDT"));
    }

    private static @Nullable BigDecimal times(@Nullable BigDecimal amount) {
        return amount == null ? null : amount.multiply(THOUSAND);
    }

    private static @Nullable BigDecimal share(BigDecimal part, BigDecimal whole) {
        return whole.signum() == 0 ? null : part.divide(whole, MathContext.DECIMAL64);
    }

    private String money(@Nullable BigDecimal amount) {
        return look.quantity(amount, "BDT");
    }
}
