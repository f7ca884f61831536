/** Everything about one tenant in one place, for staff. */
@NullMarked
package io.tenantlens.portal.staff.tenant;

import org.jspecify.annotations.NullMarked;
