/** Distributions of measured values that can be added up, taken apart and stored without losing a percentile. */
@NullMarked
package io.tenantlens.api.histogram;

import org.jspecify.annotations.NullMarked;
