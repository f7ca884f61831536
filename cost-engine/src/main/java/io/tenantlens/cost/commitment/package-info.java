/** Promised spending: annual commitments with their unused rest, overage, and prepaid money that is drawn down. */
@NullMarked
package io.tenantlens.cost.commitment;

import org.jspecify.annotations.NullMarked;
