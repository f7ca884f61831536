/** What tenants cost the platform: by tenant, type and pool, with the proof that the parts add up, for finance alone. */
@NullMarked
package io.tenantlens.portal.staff.costs;

import org.jspecify.annotations.NullMarked;
