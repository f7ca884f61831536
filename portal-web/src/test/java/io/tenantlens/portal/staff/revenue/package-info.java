/** What the shops take in, for finance alone. */
@NullMarked
package io.tenantlens.portal.staff.revenue;

import org.jspecify.annotations.NullMarked;
