/** The health of the whole platform, as staff see it. */
@NullMarked
package io.tenantlens.portal.staff.platform;

import org.jspecify.annotations.NullMarked;
