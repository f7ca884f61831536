/** A tenant's first page: usage, service level, bill and alerts side by side. */
@NullMarked
package io.tenantlens.portal.tenant.overview;

import org.jspecify.annotations.NullMarked;
