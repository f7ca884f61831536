/** How monthly recurring revenue moves: new, expansion, contraction, churn, reactivation. */
@NullMarked
package io.tenantlens.cost.mrr;

import org.jspecify.annotations.NullMarked;
