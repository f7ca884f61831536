/** Bills of clouds and suppliers in the FOCUS format: read, proved to be sound, and stored by pool, tenant and day. */
@NullMarked
package io.tenantlens.api.cost.bill;

import org.jspecify.annotations.NullMarked;
