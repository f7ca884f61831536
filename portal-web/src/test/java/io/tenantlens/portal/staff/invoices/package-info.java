/** Tests of the month end on staff pages. */
@NullMarked
package io.tenantlens.portal.staff.invoices;

import org.jspecify.annotations.NullMarked;
