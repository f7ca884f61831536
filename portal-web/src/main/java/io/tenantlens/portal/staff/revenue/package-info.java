/** What all tenants take in: by day, tier and tenant, against what is usual, and what is to be expected. */
@NullMarked
package io.tenantlens.portal.staff.revenue;

import org.jspecify.annotations.NullMarked;
