package io.tenantlens.sla.objective;

import io.tenantlens.sla.indicator.CountingMethod;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What is promised: an availability and how it is counted, and a share of requests that are no slower than a
 * threshold. This version of it is valid from a day.
 *
 * @param slice the availability that makes an hour good where time slices count
 * @param window the days that the error budget is for
 */
public record Objective(
        Target availability,
        CountingMethod counting,
        Target slice,
        BudgetWindow window,
        BigDecimal latencySeconds,
        Target latency,
        LocalDate validFrom) {}
