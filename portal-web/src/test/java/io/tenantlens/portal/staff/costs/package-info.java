/** What tenants cost, for finance alone. */
@NullMarked
package io.tenantlens.portal.staff.costs;

import org.jspecify.annotations.NullMarked;
