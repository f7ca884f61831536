/** The list of tenants, for staff alone. */
@NullMarked
package io.tenantlens.portal.staff.tenants;

import org.jspecify.annotations.NullMarked;
