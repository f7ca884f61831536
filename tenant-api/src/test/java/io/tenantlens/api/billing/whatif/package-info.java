/** Tests of rating a month again with another card. */
@NullMarked
package io.tenantlens.api.billing.whatif;

import org.jspecify.annotations.NullMarked;
