/** Invoices and credit notes as documents to print and to keep. */
@NullMarked
package io.tenantlens.portal.invoice;

import org.jspecify.annotations.NullMarked;
