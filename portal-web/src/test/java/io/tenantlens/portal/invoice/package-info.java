/** Invoices as readers get them. */
@NullMarked
package io.tenantlens.portal.invoice;

import org.jspecify.annotations.NullMarked;
