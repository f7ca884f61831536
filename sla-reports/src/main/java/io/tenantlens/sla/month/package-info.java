/** Months that are over: their service as it stood when they were closed, and what changed afterwards. */
@NullMarked
package io.tenantlens.sla.month;

import org.jspecify.annotations.NullMarked;
