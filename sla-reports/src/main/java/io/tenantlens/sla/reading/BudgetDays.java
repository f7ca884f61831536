package io.tenantlens.sla.reading;

import io.tenantlens.cost.time.DateRange;
import io.tenantlens.sla.indicator.Availability;
import java.time.LocalDate;
import java.util.SortedMap;

/**
 * The days that the error budget is counted over: those of the reading, or the rolling days up to its last one.
 *
 * @param counted as the objective says
 * @param days requests of each day, whatever the counting method
 */
public record BudgetDays(DateRange dates, Availability counted, SortedMap<LocalDate, Availability> days) {}
