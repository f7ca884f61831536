/** What all tenants cost together, over any range of days: by tenant, type, pool and day, with the stored proof. */
@NullMarked
package io.tenantlens.api.cost.platform;

import org.jspecify.annotations.NullMarked;
