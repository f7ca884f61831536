/** Gauges about what tenants cost, read from the sums that runs and jobs keep. */
@NullMarked
package io.tenantlens.api.cost.gauge;

import org.jspecify.annotations.NullMarked;
