/** What staff see of alerts, and what they may do about them. */
@NullMarked
package io.tenantlens.portal.staff.alerts;

import org.jspecify.annotations.NullMarked;
