/** Tests of invoices as files. */
@NullMarked
package io.tenantlens.portal.tenant.export;

import org.jspecify.annotations.NullMarked;
