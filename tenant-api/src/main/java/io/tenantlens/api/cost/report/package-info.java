/** Allocated cost as staff read it: of one tenant over time, of all tenants side by side, and of the platform with its proof. */
@NullMarked
package io.tenantlens.api.cost.report;

import org.jspecify.annotations.NullMarked;
