package io.tenantlens.sla.reading;

import io.tenantlens.sla.credit.CreditLimits;
import io.tenantlens.sla.credit.CreditSchedule;
import io.tenantlens.sla.objective.Objective;

/** An objective and what is owed if it is missed. */
public record Promise(Objective objective, CreditSchedule credits, CreditLimits limits) {}
