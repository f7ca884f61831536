package io.tenantlens.sla.objective;

import io.tenantlens.sla.indicator.CountingMethod;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What is promised: an availability and how it is counted, and a share of requests that are no slower than a
 * threshold. This version of it is valid from a day.
 */
public record Objective(
        Target availability, CountingMethod counting, BigDecimal latencySeconds, Target latency, LocalDate validFrom) {}
