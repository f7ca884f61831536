/** The month end for staff: runs from preview to issued, and the documents of all tenants. */
@NullMarked
package io.tenantlens.portal.staff.invoices;

import org.jspecify.annotations.NullMarked;
