/** A tenant's usage by meter, group and time, down to the hour, and as CSV. */
@NullMarked
package io.tenantlens.portal.tenant.usage;

import org.jspecify.annotations.NullMarked;
