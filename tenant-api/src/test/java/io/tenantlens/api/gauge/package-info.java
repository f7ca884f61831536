/** That gauges are read in the background, survive a failing source, and answer fast for thousands of tenants. */
@NullMarked
package io.tenantlens.api.gauge;

import org.jspecify.annotations.NullMarked;
