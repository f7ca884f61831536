/** Tests of issued documents. */
@NullMarked
package io.tenantlens.api.billing.invoice;

import org.jspecify.annotations.NullMarked;
