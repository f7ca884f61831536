/** Invoices and credit notes as they were issued: read, explained line by line, and summed up as revenue. */
@NullMarked
package io.tenantlens.api.billing.invoice;

import org.jspecify.annotations.NullMarked;
