/** Thresholds of spending and when they were crossed. */
@NullMarked
package io.tenantlens.cost.budget;

import org.jspecify.annotations.NullMarked;
