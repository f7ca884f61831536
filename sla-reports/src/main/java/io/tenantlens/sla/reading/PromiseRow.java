package io.tenantlens.sla.reading;

import io.tenantlens.sla.credit.CreditLimits;
import io.tenantlens.sla.credit.CreditSchedule;
import io.tenantlens.sla.credit.CreditStep;
import io.tenantlens.sla.indicator.CountingMethod;
import io.tenantlens.sla.objective.BudgetWindow;
import io.tenantlens.sla.objective.Objective;
import io.tenantlens.sla.objective.Target;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Locale;

/** A promise as a row of {@code tier_objectives} or {@code tenant_objectives}. */
public final class PromiseRow {

    /** What both tables have. */
    public static final String COLUMNS =
            "valid_from, set_at, availability_percent, counting, slice_percent, window_days, latency_seconds,"
                    + " latency_percent, credit_below, credit_percents, credit_cap_percent, credit_year_cap_percent,"
                    + " credit_min_requests";

    private PromiseRow() {}

    public static Promise read(ResultSet row) throws SQLException {
        var availability = new Target(row.getBigDecimal("availability_percent"));
        var slice = row.getBigDecimal("slice_percent");
        var days = row.getObject("window_days", Integer.class);
        var objective = new Objective(
                availability,
                CountingMethod.valueOf(row.getString("counting").toUpperCase(Locale.ROOT)),
                slice == null ? availability : new Target(slice),
                days == null ? new BudgetWindow.Month() : new BudgetWindow.Rolling(days),
                row.getBigDecimal("latency_seconds"),
                new Target(row.getBigDecimal("latency_percent")),
                row.getObject("valid_from", LocalDate.class));
        var below = (BigDecimal[]) row.getArray("credit_below").getArray();
        var percents = (BigDecimal[]) row.getArray("credit_percents").getArray();
        var steps = new ArrayList<CreditStep>();
        for (int i = 0; i < below.length; i++) {
            steps.add(new CreditStep(below[i], percents[i]));
        }
        return new Promise(
                objective,
                new CreditSchedule(steps, row.getBigDecimal("credit_cap_percent")),
                new CreditLimits(
                        row.getBigDecimal("credit_year_cap_percent"), row.getBigDecimal("credit_min_requests")));
    }
}
