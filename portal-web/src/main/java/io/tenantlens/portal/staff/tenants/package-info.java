/** All tenants, searched, filtered and opened by staff. */
@NullMarked
package io.tenantlens.portal.staff.tenants;

import org.jspecify.annotations.NullMarked;
