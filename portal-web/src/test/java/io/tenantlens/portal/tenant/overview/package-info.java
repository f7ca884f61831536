/** What a tenant finds first, and what nobody else finds. */
@NullMarked
package io.tenantlens.portal.tenant.overview;

import org.jspecify.annotations.NullMarked;
