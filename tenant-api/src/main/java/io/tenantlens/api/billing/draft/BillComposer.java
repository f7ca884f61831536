package io.tenantlens.api.billing.draft;

import io.tenantlens.api.billing.MeteredCharge;
import io.tenantlens.cost.invoice.RatingException;
import io.tenantlens.cost.invoice.Settlement;
import io.tenantlens.cost.meter.MeterKey;
import io.tenantlens.cost.money.Money;
import io.tenantlens.cost.ratecard.Charge;
import io.tenantlens.cost.ratecard.ChargeId;
import io.tenantlens.cost.ratecard.Proration;
import io.tenantlens.cost.rating.Billed;
import io.tenantlens.cost.rating.ChargeLine;
import io.tenantlens.cost.rating.ChargeRater;
import io.tenantlens.cost.rating.Consumption;
import io.tenantlens.cost.rating.LineKind;
import io.tenantlens.cost.time.BillingPeriod;
import io.tenantlens.cost.time.DateRange;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Computes a bill from its basis; the same basis always gives the same bill.
 *
 * <p>Fixed fees follow the days of each plan. Usage is never cut by plans: the card of the month's last plan prices all of
 * it, so that tiers and free units hold for whole months. A credit takes at most what is due.
 */
public final class BillComposer {

    private final BillBasis basis;
    private final List<Part> parts = new ArrayList<>();

    private BillComposer(BillBasis basis) {
        this.basis = basis;
    }

    /** A charge line before tax, and what it is about. */
    private record Part(ChargeLine line, About about) {}

    private record About(
            String title,
            String unit,
            @Nullable MeterKey meter,
            YearMonth serviceMonth,
            @Nullable CardRef card,
            @Nullable DateRange active,
            @Nullable BigDecimal metered) {}

    /**
     * The bill of a basis, with tax.
     *
     * @throws RatingException if the usage of a charge does not fit its price
     */
    public static BillDraft compose(BillBasis basis) {
        var composer = new BillComposer(basis);
        basis.phases().forEach(composer::addFixedFees);
        composer.addUsage();
        basis.earlier().forEach(composer::addCorrections);
        composer.addCredits();
        return composer.settled();
    }

    private void addFixedFees(PricedPhase phase) {
        var dayCount = phase.card().proration();
        if (dayCount == null && !phase.equals(basis.phases().getLast())) {
            return;
        }
        var active = dayCount == null || phase.days().equals(basis.period().dates()) ? null : phase.days();
        for (var charge : phase.card().plan().charges()) {
            if (charge.meter() == null) {
                var fee = active == null || dayCount == null
                        ? charge.charge()
                        : charge.charge().withProration(new Proration(active, dayCount));
                var about = new About(
                        title(charge, phase, active),
                        charge.unit(),
                        null,
                        basis.period().month(),
                        phase.card().ref(),
                        active,
                        null);
                add(rate(basis.period(), fee, Consumption.NONE, List.of()), about);
            }
        }
    }

    private static String title(MeteredCharge charge, PricedPhase phase, @Nullable DateRange active) {
        return active == null
                ? charge.title()
                : "%s (%s), %s to %s"
                        .formatted(
                                charge.title(),
                                phase.card().plan().title(),
                                active.start(),
                                active.end().minusDays(1));
    }

    private void addUsage() {
        if (basis.phases().isEmpty()) {
            return;
        }
        var card = basis.phases().getLast().card();
        for (var charge : card.plan().charges()) {
            if (charge.meter() != null) {
                var id = charge.charge().id();
                var metered = basis.usage().getOrDefault(id, BigDecimal.ZERO);
                var about = about(charge, charge.title(), basis.period().month(), card, metered);
                add(rate(basis.period(), charge.charge(), new Consumption.Quantity(metered), List.of()), about);
            }
        }
    }

    private void addCorrections(EarlierMonth earlier) {
        var nothing = new Billed(BigDecimal.ZERO, Money.zero(basis.currency()));
        for (var charge : earlier.card().plan().charges()) {
            if (charge.meter() != null) {
                var id = charge.charge().id();
                var metered = earlier.usage().getOrDefault(id, BigDecimal.ZERO);
                var billed = List.of(earlier.billed().getOrDefault(id, nothing));
                var month = earlier.period().month();
                var about = about(charge, charge.title() + ", correction for " + month, month, earlier.card(), metered);
                add(rate(earlier.period(), charge.charge(), new Consumption.Quantity(metered), billed), about);
            }
        }
    }

    private static About about(MeteredCharge charge, String title, YearMonth month, Card card, BigDecimal metered) {
        return new About(title, charge.unit(), charge.meter(), month, card.ref(), null, metered);
    }

    private List<ChargeLine> rate(BillingPeriod period, Charge charge, Consumption usage, List<Billed> billed) {
        try {
            return new ChargeRater(basis.currency(), period.dates()).rate(charge, usage, billed);
        } catch (IllegalArgumentException e) {
            throw new RatingException(charge.id(), charge.id() + ": " + e.getMessage(), e);
        }
    }

    private void addCredits() {
        var zero = Money.zero(basis.currency());
        var due = Money.sum(parts.stream().map(part -> part.line().net()).toList(), basis.currency());
        for (var credit : basis.credits()) {
            var used = credit.left().min(due.max(zero));
            if (used.signum() > 0) {
                due = due.minus(used);
                parts.add(new Part(line(credit, used), about(credit)));
            }
        }
    }

    private static ChargeLine line(OpenCredit credit, Money used) {
        var steps = new ArrayList<String>();
        steps.add(credit.evidence());
        if (!used.equals(credit.left())) {
            steps.add("%s of %s; the rest stays for the next bill".formatted(used, credit.left()));
        }
        return new ChargeLine(
                new ChargeId(OpenCredit.CHARGE_PREFIX + credit.key()),
                LineKind.CREDIT,
                BigDecimal.ONE,
                used.negated().amount(),
                used.negated(),
                Money.zero(used.currency()),
                List.of(),
                steps);
    }

    private About about(OpenCredit credit) {
        return new About(credit.title(), "credit", null, basis.period().month(), null, null, null);
    }

    private void add(List<ChargeLine> lines, About about) {
        lines.forEach(line -> parts.add(new Part(line, about)));
    }

    private BillDraft settled() {
        var lines = parts.stream().map(Part::line).toList();
        var bill = Settlement.settle(basis.currency(), lines, List.of(), basis.taxes(), List.of());
        var drafted = IntStream.range(0, parts.size())
                .mapToObj(i -> {
                    var about = parts.get(i).about();
                    return new DraftLine(
                            about.title,
                            about.unit,
                            about.meter,
                            about.serviceMonth,
                            about.card,
                            about.active,
                            about.metered,
                            bill.lines().get(i));
                })
                .toList();
        return new BillDraft(basis.planTitle(), drafted, bill);
    }
}
