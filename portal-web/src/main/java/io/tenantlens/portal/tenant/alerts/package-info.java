/** A tenant's alerts: what is on now, what was, what it means, and what to do, in the words of a shop. */
@NullMarked
package io.tenantlens.portal.tenant.alerts;

import org.jspecify.annotations.NullMarked;
