/** Tests of the page about one tenant. */
@NullMarked
package io.tenantlens.portal.staff.tenant;

import org.jspecify.annotations.NullMarked;
