/** The gauges agree with what runs stored. */
@NullMarked
package io.tenantlens.api.cost.gauge;

import org.jspecify.annotations.NullMarked;
