/** The tenant's name as the whole system knows it. */
@NullMarked
package io.tenantlens.cost.tenant;

import org.jspecify.annotations.NullMarked;
