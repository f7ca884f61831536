/** Finds usage that no invoice has and no run will bill by itself, and tells staff why. */
@NullMarked
package io.tenantlens.api.billing.unbilled;

import org.jspecify.annotations.NullMarked;
