/** Alerts of all tenants and of the platform for staff: what is on, why, since when, and what is held back or could not be read. */
@NullMarked
package io.tenantlens.portal.staff.alerts;

import org.jspecify.annotations.NullMarked;
