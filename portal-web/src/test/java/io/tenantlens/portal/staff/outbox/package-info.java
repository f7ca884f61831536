/** What leaves the portal, as staff see it. */
@NullMarked
package io.tenantlens.portal.staff.outbox;

import org.jspecify.annotations.NullMarked;
