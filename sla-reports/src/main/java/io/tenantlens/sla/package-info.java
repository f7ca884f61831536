/** Whether the promise to a tenant was kept: indicators, objectives, error budgets, credits and reports. */
@NullMarked
package io.tenantlens.sla;

import org.jspecify.annotations.NullMarked;
