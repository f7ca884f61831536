/** What was used and is not billed, for staff. */
@NullMarked
package io.tenantlens.portal.staff.unbilled;

import org.jspecify.annotations.NullMarked;
