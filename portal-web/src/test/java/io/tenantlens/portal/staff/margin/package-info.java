/** Margin, for finance alone. */
@NullMarked
package io.tenantlens.portal.staff.margin;

import org.jspecify.annotations.NullMarked;
