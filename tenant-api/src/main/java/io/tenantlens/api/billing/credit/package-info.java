/** Money that a tenant gets off its next bills: who books it, and what is still open of it. */
@NullMarked
package io.tenantlens.api.billing.credit;

import org.jspecify.annotations.NullMarked;
