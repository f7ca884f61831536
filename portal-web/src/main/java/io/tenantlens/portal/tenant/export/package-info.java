/** Invoices as files, for tenants and for staff. */
@NullMarked
package io.tenantlens.portal.tenant.export;

import org.jspecify.annotations.NullMarked;
