/** How invoices and credit notes are named on every page. */
@NullMarked
package io.tenantlens.portal.document;

import org.jspecify.annotations.NullMarked;
