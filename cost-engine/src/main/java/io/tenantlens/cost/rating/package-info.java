/** The price of a quantity under a charge, exact and with each step in words. */
@NullMarked
package io.tenantlens.cost.rating;

import org.jspecify.annotations.NullMarked;
