/** A tenant's settings and tokens. */
@NullMarked
package io.tenantlens.portal.tenant.settings;

import org.jspecify.annotations.NullMarked;
