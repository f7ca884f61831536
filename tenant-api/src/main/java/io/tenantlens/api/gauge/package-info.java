/** Gauges about the business, on the management port's {@code /metrics}: what features contribute, read in the background. */
@NullMarked
package io.tenantlens.api.gauge;

import org.jspecify.annotations.NullMarked;
