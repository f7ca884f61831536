/** What was measured: percentiles of latency and availability, as plain calculations. */
@NullMarked
package io.tenantlens.sla.indicator;

import org.jspecify.annotations.NullMarked;
