/** What leaves the portal, for staff: what waits, what was given up and why, and trying it again. */
@NullMarked
package io.tenantlens.portal.staff.outbox;

import org.jspecify.annotations.NullMarked;
