/** A tenant's usage page and its CSV. */
@NullMarked
package io.tenantlens.portal.tenant.usage;

import org.jspecify.annotations.NullMarked;
