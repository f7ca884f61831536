package io.tenantlens.portal.staff.churn;

import io.tenantlens.cost.mrr.Cohorts.Cohort;
import io.tenantlens.cost.mrr.Cohorts.Remaining;
import io.tenantlens.portal.format.Look;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What remains of each cohort month by month, as a share of its first month. */
public record CohortTable(List<String> columns, List<Row> rows) {

    /** A cohort: its month, its size at the end of that month, and a cell a month. */
    public record Row(String month, String size, List<Cell> cells) {}

    /**
     * A share with a shade from 0 (nothing left) to 5 (all or more).
     *
     * @param detail the number behind the share
     */
    public record Cell(String share, int shade, String detail) {}

    private static final int SHADES = 5;

    /** What remains is counted in. */
    enum Measure {
        TENANTS,
        MRR;

        BigDecimal of(Remaining remaining) {
            return switch (this) {
                case TENANTS -> BigDecimal.valueOf(remaining.tenants());
                case MRR -> remaining.mrr();
            };
        }

        String inWords(Remaining remaining, Look look) {
            return switch (this) {
                case TENANTS -> look.number(remaining.tenants()) + (remaining.tenants() == 1 ? " shop" : " shops");
                case MRR -> look.quantity(remaining.mrr(), "BDT");
            };
        }
    }

    static CohortTable of(List<Cohort> cohorts, Measure measure, Look look) {
        var longest = cohorts.stream()
                .mapToInt(cohort -> cohort.months().size())
                .max()
                .orElse(0);
        return new CohortTable(
                IntStream.range(0, longest).mapToObj(look::number).toList(),
                cohorts.stream().map(cohort -> row(cohort, measure, look)).toList());
    }

    private static Row row(Cohort cohort, Measure measure, Look look) {
        var first = cohort.months().getFirst();
        return new Row(
                look.month(cohort.start()),
                measure.inWords(first, look),
                cohort.months().stream()
                        .map(remaining -> cell(
                                share(measure.of(remaining), measure.of(first)),
                                measure.inWords(remaining, look),
                                look))
                        .toList());
    }

    private static Cell cell(@Nullable BigDecimal share, String detail, Look look) {
        var shade = share == null
                ? 0
                : Math.clamp(share.multiply(BigDecimal.valueOf(SHADES)).intValue(), 0, SHADES);
        return new Cell(look.percent(share, 0), shade, detail);
    }

    /** Null where all of the cohort left within its first month. */
    private static @Nullable BigDecimal share(BigDecimal part, BigDecimal whole) {
        return whole.signum() == 0 ? null : part.divide(whole, MathContext.DECIMAL64);
    }
}
