/** Service credits that frozen months earn: proposed by the close, decided by staff, booked for the next bill. */
@NullMarked
package io.tenantlens.sla.claim;

import org.jspecify.annotations.NullMarked;
