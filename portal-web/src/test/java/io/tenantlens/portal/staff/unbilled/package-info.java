/** Tests of the page of unbilled usage. */
@NullMarked
package io.tenantlens.portal.staff.unbilled;

import org.jspecify.annotations.NullMarked;
