/** The data that comes in and is kept, for staff. */
@NullMarked
package io.tenantlens.portal.staff.data;

import org.jspecify.annotations.NullMarked;
