package io.tenantlens.portal.staff.churn;

import io.tenantlens.api.insight.ActivityQueries;
import io.tenantlens.api.insight.ChurnRisk;
import io.tenantlens.api.insight.MrrQueries;
import io.tenantlens.api.insight.MrrQueries.MrrHistory;
import io.tenantlens.cost.mrr.Cohorts;
import io.tenantlens.cost.mrr.MrrEvent;
import io.tenantlens.cost.tenant.TenantId;
import io.tenantlens.portal.chart.Chart;
import io.tenantlens.portal.chart.Chart.Form;
import io.tenantlens.portal.chart.NumberLabels;
import io.tenantlens.portal.chart.Point;
import io.tenantlens.portal.chart.Series;
import io.tenantlens.portal.format.Figure;
import io.tenantlens.portal.format.Look;
import io.tenantlens.portal.layout.StaffVisit;
import io.tenantlens.portal.staff.churn.ChurnPage.MonthRow;
import io.tenantlens.portal.staff.churn.ChurnPage.RiskRow;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads how recurring revenue moves, what remains of each cohort, and who is at risk. */
@Singleton
class ChurnReader {

    private static final int MONTHS = 13;

    private final MrrQueries mrr;
    private final ActivityQueries activity;

    @Inject
    ChurnReader(MrrQueries mrr, ActivityQueries activity) {
        this.mrr = mrr;
        this.activity = activity;
    }

    ChurnPage read(StaffVisit visit, ChurnChoice choice) {
        var look = visit.look();
        var history = mrr.history(visit.scope());
        var months = months(history, choice, look);
        var last = YearMonth.from(look.today());
        var current = current(history.events(), look);
        return new ChurnPage(
                visit.frame(),
                figures(months, look),
                chart(months, look),
                choice.policies(),
                choice.definition(),
                months.reversed().stream().map(month -> row(month, look)).toList(),
                choice.measures(),
                CohortTable.of(
                        Cohorts.of(history.events(), last.minusMonths(MONTHS - 1L), last), choice.measure(), look),
                activity.atRisk(visit.scope()).stream()
                        .map(risk -> row(risk, current.get(risk.tenant()), look))
                        .toList(),
                activity.hasScores(visit.scope()),
                leftOut(history.leftOut(), look));
    }

    List<MonthMoves> months(StaffVisit visit, ChurnChoice choice) {
        return months(mrr.history(visit.scope()), choice, visit.look());
    }

    private static List<MonthMoves> months(MrrHistory history, ChurnChoice choice, Look look) {
        var known = history.events().stream()
                .filter(event -> !event.effectiveOn().isAfter(look.today()))
                .toList();
        return MonthMoves.of(known, YearMonth.from(look.today()), MONTHS, choice.policy());
    }

    private static Map<TenantId, BigDecimal> current(List<MrrEvent> events, Look look) {
        return events.stream()
                .filter(event -> !event.effectiveOn().isAfter(look.today()))
                .sorted(Comparator.comparing(MrrEvent::effectiveOn))
                .collect(Collectors.toMap(MrrEvent::tenant, MrrEvent::mrr, (_, later) -> later));
    }

    private static List<Figure> figures(List<MonthMoves> months, Look look) {
        var now = months.getLast();
        var whole = months.get(months.size() - 2);
        var name = look.month(whole.month());
        return List.of(
                new Figure(
                        "MRR",
                        look.headline(now.mrr().end(), "BDT"),
                        change(look.change(now.mrr().end(), whole.mrr().end()), name)),
                new Figure(
                        "Paying shops",
                        look.quantity(now.shops().end(), ""),
                        change(look.change(now.shops().end(), whole.shops().end()), name)),
                new Figure(
                        "Gross churn, " + name,
                        percent(whole.mrr().grossChurnPercent(), look),
                        "MRR lost to churn and contraction over MRR at the start"),
                new Figure(
                        "Net churn, " + name,
                        percent(whole.mrr().netChurnPercent(), look),
                        "the same less expansion and reactivation; below zero is growth"),
                new Figure(
                        "Logo churn, " + name,
                        percent(whole.shops().grossChurnPercent(), look),
                        "shops that left over shops at the start"));
    }

    private static String change(String change, String month) {
        return change.isEmpty() ? "nothing to compare with" : change + " since the end of " + month;
    }

    private static Chart chart(List<MonthMoves> months, Look look) {
        return new Chart(
                "mrr",
                "MRR at the end of each month",
                Form.AREA,
                months.stream()
                        .map(month -> new Point(
                                look.month(month.month()),
                                look.month(month.month()),
                                null,
                                month.equals(months.getLast())))
                        .toList(),
                List.of(Series.main(
                        "MRR",
                        months.stream()
                                .<@Nullable BigDecimal>map(month -> month.mrr().end())
                                .toList())),
                new NumberLabels(
                        value -> look.shortQuantity(value, "BDT"),
                        value -> value == null ? "no data" : look.quantity(value, "BDT")));
    }

    private static MonthRow row(MonthMoves month, Look look) {
        var mrr = month.mrr();
        return new MonthRow(
                look.month(month.month()),
                look.shortQuantity(mrr.start(), "BDT"),
                look.shortQuantity(mrr.added(), "BDT"),
                look.shortQuantity(mrr.expansion(), "BDT"),
                look.shortQuantity(mrr.contraction(), "BDT"),
                look.shortQuantity(mrr.churn(), "BDT"),
                look.shortQuantity(mrr.reactivated(), "BDT"),
                look.shortQuantity(mrr.end(), "BDT"),
                percent(mrr.grossChurnPercent(), look),
                percent(mrr.netChurnPercent(), look),
                look.quantity(month.shops().churn(), ""),
                percent(month.shops().grossChurnPercent(), look));
    }

    private static RiskRow row(ChurnRisk risk, @Nullable BigDecimal mrr, Look look) {
        return new RiskRow(
                risk.tenant().value(),
                risk.name(),
                risk.tier().name().toLowerCase(Locale.ROOT),
                look.quantity(BigDecimal.valueOf(risk.score()), ""),
                look.quantity(mrr, "BDT"),
                RiskReasons.of(risk.activity(), look));
    }

    private static String percent(Optional<BigDecimal> percent, Look look) {
        return look.percent(percent.map(value -> value.movePointLeft(2)).orElse(null), 2);
    }

    private static String leftOut(long tenants, Look look) {
        return tenants == 0 ? "" : look.number(tenants) + " shops are billed in another currency and left out.";
    }
}
