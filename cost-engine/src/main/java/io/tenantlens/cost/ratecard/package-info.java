/** What is charged and at which price: rate cards, charges, price models and tiers. */
@NullMarked
package io.tenantlens.cost.ratecard;

import org.jspecify.annotations.NullMarked;
