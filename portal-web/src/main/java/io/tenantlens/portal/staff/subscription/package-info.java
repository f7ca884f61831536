/** A tenant's subscription: its history, and changing it. */
@NullMarked
package io.tenantlens.portal.staff.subscription;

import org.jspecify.annotations.NullMarked;
